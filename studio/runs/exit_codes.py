"""Exit codes of the processes that do a job; one that ends by a problem has that problem's (`studio/errors.py`)."""

from __future__ import annotations

FINISHED = 0
STOPPED = 10
"""Before the planned end, as asked; what was done is kept."""
LEFT = 11
"""It saved and wants to be started again: nobody looks after it any more."""
CANCELLED = 12
REGROUPED = 13
"""It saved and left since another number of training processes goes on."""
NOT_MINE = 60
"""Another process works on the run."""
HUNG = 61
"""By which the foreman tells of a worker that it ended because it gave no sign any more."""
