"""The files of a folder as a table."""

from __future__ import annotations

from studio.cli.say import say, say_json
from studio.data.survey import FileSurvey


def say_files(files: tuple[FileSurvey, ...], *, json: bool) -> None:
    """One line for each file: what it is, how sure that is, its rows, and what is wrong with it.

    json: `files` (see `FileSurvey`), `rows`.
    """
    if json:
        say_json({"files": files, "rows": sum(each.rows for each in files)})
        return
    width = max((len(each.file) for each in files), default=4)
    say(f"{'file':<{width}}  {'shape':<17}  {'sure':>5}  {'rows':>9}  {'left out':>8}  columns")
    for each in files:
        sure = f"{each.confidence:.0%}" if each.shape else "–"
        told = ", ".join(each.used_columns) if each.shape else each.problem
        say(
            f"{each.file:<{width}}  {each.shape or 'none':<17}  {sure:>5}  {each.rows:>9,}  {each.left_out_rows:>8,}  "
            f"{told}"
        )
