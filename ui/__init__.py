"""The window: Qt Widgets over `studio.api`; no torch, no threads, one timer."""
