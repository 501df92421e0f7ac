"""`nightshift`: opens the window, or does what the arguments say."""

from __future__ import annotations

from studio.cli.app import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
