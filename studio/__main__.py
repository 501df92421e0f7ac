"""`nightshift`: opens the window, or does what the arguments say."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the program."""
    if sys.argv[1:2] == ["serve-run"]:  # asked by another computer, which waits: without what the other commands load
        from studio.remote.serve import main as serve

        raise SystemExit(serve(sys.argv[2:]))
    from studio.cli.app import main as command

    command()


if __name__ == "__main__":
    main()
