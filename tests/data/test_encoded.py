"""Rows are encoded once: kept, found again, gone on with after a crash, shared with runs, thrown away when old."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import psutil
import pytest

from studio.data import encoded as encoded_module
from studio.data.dataset import Dataset
from studio.data.encoded import KEPT_SECONDS, Encoded, Progress, clean, encode_once
from studio.data.inspect import inspect
from studio.data.pipeline import Reader
from studio.data.prepare import load_prepared, prepare
from studio.data.remembered import Choices, as_decided, remember
from studio.data.report import DatasetReport
from studio.errors import DatasetProblem
from studio.job import Columns, Data, RowOfFile
from studio.starter import STARTER_MODEL
from tests.support.nightshift import PATIENCE_SECONDS
from tests.support.pace import processor_seconds, slowness

ROOT = Path(__file__).resolve().parents[2]


class Enough(Exception):
    """Raised to end the work."""


def write_rows(path: Path, number: int, begin: int = 0) -> Path:
    with path.open("a", encoding="utf-8") as file:
        for i in range(begin, begin + number):
            row = {"question": f"How many are {i} and {i % 7}?", "answer": f"{i + i % 7}, which is {i} more."}
            file.write(json.dumps(row) + "\n")
    return path


def lives(process: psutil.Process) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.fixture
def begun() -> Callable[[], set[psutil.Process]]:
    """Processes of this test that are still there; an earlier one may have left some that end meanwhile."""
    before = set(psutil.Process().children())
    return lambda: set(psutil.Process().children()) - before


def encode(source: Path, cache: Path, tell=lambda progress: None) -> Encoded:
    dataset = Dataset(source, Columns())
    return encode_once(dataset, Reader(STARTER_MODEL), STARTER_MODEL, cache, limit=512, tell=tell)


def content(encoded: Encoded) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in encoded.folder.iterdir()}


def plain(source: Path) -> tuple[list[int], list[int]]:
    """Tokens and rows, encoded one by one in this process."""
    from studio.data.encode import encode_conversations, render
    from studio.data.problem import Problems

    reader = Reader(STARTER_MODEL)
    tokens: list[int] = []
    rows: list[int] = []
    for usable in Dataset(source, Columns()).rows(Problems()):
        text = render(usable.content, reader.template, reader.tokenizer)
        tokens += encode_conversations([text], [0], reader.tokenizer)[0].tokens.tolist()
        rows.append(usable.row.number)
    return tokens, rows


def test_several_processes_give_the_tokens_of_one_in_the_order_of_the_file(tmp_path: Path, begun) -> None:
    source = write_rows(tmp_path / "rows.jsonl", 5200)
    told: list[Progress] = []
    made = encode(source, tmp_path / "cache", told.append)
    tokens, rows = plain(source)
    assert made.tokens(0, len(tokens) + 1).tolist() == tokens
    assert made.column("row").tolist() == rows
    assert [each.share for each in told] == sorted(each.share for each in told)
    assert told[-1].share == 1.0
    assert told[-1].rows == 5200
    assert begun() == set()


def test_the_second_time_nothing_is_encoded(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", 50)
    first = encode(source, tmp_path / "cache")
    told: list[Progress] = []
    again = encode(source, tmp_path / "cache", told.append)
    assert again.folder == first.folder
    assert [each for each in told if each.rows] == []

    copied = Path(shutil.copy(source, tmp_path / "elsewhere.jsonl"))
    assert encode(copied, tmp_path / "cache").folder != first.folder  # problems name the file
    write_rows(source, 1, begin=50)
    assert encode(source, tmp_path / "cache").folder != first.folder


def test_another_tokenizer_or_template_is_another_entry(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", 20)
    folders = set()
    for name, file, change in (
        ("same", "tokenizer_config.json", lambda text: text),
        ("template", "chat_template.jinja", lambda text: "{# other #}" + text),
        ("tokenizer", "tokenizer.json", lambda text: text + "\n"),
    ):
        model = Path(shutil.copytree(STARTER_MODEL, tmp_path / name))
        path = model / file
        path.write_text(change(path.read_text(encoding="utf-8") if path.exists() else "{{ messages[0].content }}"))
        made = encode_once(Dataset(source, Columns()), Reader(model), model, tmp_path / "cache", limit=512)
        folders.add(made.folder)
    assert len(folders) == 3


def test_torn_and_foreign_entries_are_made_again(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", 50)
    first = encode(source, tmp_path / "cache")
    whole = content(first)
    for name in ("tokens.bin", "rows.bin", "found.json"):
        path = first.folder / name
        path.write_bytes(path.read_bytes()[:-3])
        assert content(encode(source, tmp_path / "cache")) == whole
    shutil.rmtree(first.folder)
    first.folder.mkdir()
    (first.folder / "found.json").write_text('{"made by": "something else"}')
    assert content(encode(source, tmp_path / "cache")) == whole


def test_ended_under_way_it_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun) -> None:
    monkeypatch.setattr(encoded_module, "_SAVE_EVERY_SECONDS", 0.0)
    source = write_rows(tmp_path / "rows.jsonl", 6000)
    (tmp_path / "rows.jsonl").write_text(source.read_text() + '{"question": "no answer"}\nnot json\n')
    whole = content(encode(source, tmp_path / "whole"))

    def stop_after(rows: int):
        def tell(progress: Progress) -> None:
            if progress.rows >= rows:
                raise Enough

        return tell

    for rows in (2000, 4000):
        with pytest.raises(Enough):
            encode(source, tmp_path / "cache", stop_after(rows))
        assert begun() == set()
    told: list[Progress] = []
    assert content(encode(source, tmp_path / "cache", told.append)) == whole
    assert 4000 < min(each.rows for each in told if each.rows) < 6000  # nothing twice, nothing after it was ended
    assert [path.name for path in (tmp_path / "cache").iterdir() if path.name.startswith(".")] == []


def test_ctrl_c_ends_an_inspection_and_all_its_processes_at_once(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", 60_000)
    command = [sys.executable, "-m", "studio", "inspect", str(source), "--model", str(STARTER_MODEL)]
    home = tmp_path / "home"
    inspection = subprocess.Popen(
        [*command, "--home", str(home)], cwd=ROOT, start_new_session=True, stderr=subprocess.PIPE
    )
    family = psutil.Process(inspection.pid)
    while not any(path.stat().st_size for path in home.glob("encoded/.*/tokens.bin")):
        assert inspection.poll() is None
        time.sleep(0.02)
    children = family.children(recursive=True)
    assert children
    used = sum(sum(each.cpu_times()[:2]) for each in (family, *children))
    before = processor_seconds()
    os.killpg(inspection.pid, signal.SIGINT)
    _, said = inspection.communicate()
    assert (processor_seconds() - before - used) / slowness() < 1.5
    assert inspection.returncode == 130
    assert all(path.name.startswith(".") for path in home.glob("encoded/*")), "it did not wait for the rest"
    assert b"Traceback" not in said
    deadline = time.monotonic() + PATIENCE_SECONDS
    while any(lives(each) for each in children):
        assert time.monotonic() < deadline, "they do the rest without the one who asked"
        time.sleep(0.02)


def test_what_was_decided_about_a_dataset_holds_until_something_else_is_said(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", 200)
    decided = Choices(columns=Columns(prompt=("answer",), answer="question"), skip_rows=(RowOfFile(source.name, 7),))
    remember(tmp_path / "home", source, decided)
    plain = Data(train=str(source))
    data = as_decided(tmp_path / "home", plain)
    report, lengths, _ = inspect(data, STARTER_MODEL, cache=tmp_path / "cache")
    assert (data.columns, data.skip_rows, report.skipped_rows) == (decided.columns, decided.skip_rows, 1)
    assert len(lengths) == report.train_rows == 199 - report.held_out_rows
    other = msgspec.structs.replace(plain, columns=Columns(answer="answer"))
    assert as_decided(tmp_path / "home", other).columns == other.columns
    assert as_decided(tmp_path / "elsewhere", plain) == plain


def test_a_killed_process_leaves_what_the_next_one_goes_on_with(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", 3000)  # so few that this process encodes them itself
    whole = content(encode(source, tmp_path / "whole"))
    program = textwrap.dedent(f"""
        import os, signal
        from pathlib import Path
        from tests.data.test_encoded import encode
        from studio.data import encoded
        encoded._SAVE_EVERY_SECONDS = 0.0
        def tell(progress):
            if progress.rows >= 2000:
                os.kill(os.getpid(), signal.SIGKILL)
        encode(Path({str(source)!r}), Path({str(tmp_path / "cache")!r}), tell)
    """)
    died = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert died.returncode < 0
    (draft,) = (tmp_path / "cache").iterdir()
    with (draft / "tokens.bin").open("ab") as file:
        file.write(b"torn")
    told: list[Progress] = []
    assert content(encode(source, tmp_path / "cache", told.append)) == whole
    assert min(each.rows for each in told if each.rows) > 2000
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_file_that_changes_meanwhile_is_refused(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", 3000)

    def tell(progress: Progress) -> None:
        if progress.rows:
            write_rows(source, 1)

    with pytest.raises(DatasetProblem, match="changed while it was read"):
        encode(source, tmp_path / "cache", tell)
    assert len(encode(source, tmp_path / "cache")) > 3000


def test_what_was_inspected_is_not_encoded_again_for_the_run_whatever_its_length(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", 300)
    data = Data(train=str(source))
    report: DatasetReport = inspect(data, STARTER_MODEL, max_positions=512, cache=tmp_path / "cache")[0]
    told: list[Progress] = []
    for length in (None, 20):
        prepared = prepare(
            Data(train=str(source), max_seq_len=length),
            STARTER_MODEL,
            tmp_path / f"run-{length}",
            max_positions=512,
            seed=0,
            cache=tmp_path / "cache",
            tell=told.append,
        )
        assert prepared.train.lengths.max() == (length or report.max_seq_len)
    assert [each for each in told if each.rows] == []


def test_a_run_keeps_its_rows_when_the_cache_is_deleted_and_shares_them_while_it_is_there(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", 300)
    run = tmp_path / "run"
    prepared = prepare(Data(train=str(source)), STARTER_MODEL, run, max_positions=512, seed=0, cache=tmp_path / "cache")
    (entry,) = (tmp_path / "cache").iterdir()
    assert (run / "train" / "tokens.bin").samefile(entry / "tokens.bin")
    fingerprint = prepared.train.fingerprint()
    shutil.rmtree(tmp_path / "cache")
    source.unlink()
    assert load_prepared(run).train.fingerprint() == fingerprint


def test_memory_stays_flat_while_the_file_grows_tenfold(tmp_path: Path) -> None:
    program = textwrap.dedent("""
        import re, sys
        from pathlib import Path
        from studio.data.inspect import inspect
        from studio.job import Data
        from studio.starter import STARTER_MODEL
        report, _, _ = inspect(Data(train=sys.argv[1]), STARTER_MODEL, cache=Path(sys.argv[1] + "-cache"))
        if sys.platform == "linux":  # elsewhere told of this process alone; here also of the one that started it
            peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) * 1024
        else:
            import resource
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(report.rows, peak)
    """)
    peaks = []
    for rows in (3_000, 30_000):
        source = write_rows(tmp_path / f"{rows}.jsonl", rows)
        done = subprocess.run(
            [sys.executable, "-c", program, str(source)], cwd=ROOT, capture_output=True, text=True, check=True
        )
        told, peak = map(int, done.stdout.split())
        assert told == rows
        peaks.append(peak)
    grown = peaks[1] - peaks[0]
    assert grown < 27_000 * 600  # bytes a row: its numbers, never its text or tokens
    assert peaks[1] < 300 * 2**20


def test_what_nobody_used_for_a_month_is_thrown_away(tmp_path: Path) -> None:
    sources = [write_rows(tmp_path / f"{name}.jsonl", 10) for name in "ab"]
    old, used = (encode(source, tmp_path / "cache").folder for source in sources)
    month_ago = time.time() - KEPT_SECONDS - 10
    for folder in (old, used):
        os.utime(folder, (month_ago, month_ago))
    encode(sources[1], tmp_path / "cache")  # uses it
    clean(tmp_path / "cache")
    assert (old.exists(), used.exists()) == (False, True)
