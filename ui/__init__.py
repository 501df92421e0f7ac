"""The window: Qt Widgets over `studio.api`; no torch, no threads, one timer."""

from ui.lean import forget_sources

forget_sources()
