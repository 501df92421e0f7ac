"""Nightshift Studio without its window: no Qt anywhere below, and no torch outside `studio.engine`."""

__version__ = "0.1.0"
