#!/usr/bin/env python3
"""Sets Nightshift Studio up and opens it: `python3 packaging/start.py`, or `start.py test` to run its tests."""

import os
import sys

OLDEST = (3, 11)

if sys.version_info < OLDEST:  # written so that any Python, however old, can say it
    sys.exit(
        "Nightshift Studio needs Python 3.11 or newer, and this is Python {}.{}. "
        "Install a newer one from python.org or your system's packages and start again with it.".format(
            *sys.version_info
        )
    )

sys.path[0] = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120 (they have no Path)
sys.dont_write_bytecode = True

from studio.installation.checkout import main  # noqa: E402 (an older Python must not get here)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
