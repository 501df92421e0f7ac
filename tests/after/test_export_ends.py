"""What an export that is refused, killed or called off leaves: nothing that counts; and what goes with one."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import transformers

from studio.after import AfterEvent, AfterFailed, Exported, ExportJob, Progressed
from studio.errors import StudioError
from studio.export.drafts import sweep_drafts
from studio.export.ollama import find_turns, modelfile_template
from studio.export.options import export_options, kept_exports
from studio.export.preflight import check_all
from studio.foreman.ask import Assistant
from studio.job import Full, Lora
from studio.starter import STARTER_MODEL
from tests.after.finished import finished_run, make_rows
from tests.support.nightshift import PATIENCE_SECONDS, Nightshift


def test_what_cannot_be_exported_is_said_before_training(tmp_path: Path) -> None:
    found = {each.kind: each for each in check_all(str(STARTER_MODEL), Full(), "write", tmp_path)}
    assert found["gguf"].possible
    assert found["merged"].needed_bytes > 1_000_000
    assert found["adapter"].problem == "Every weight learnt, so there is no adapter."
    other = tmp_path / "other"
    other.mkdir()
    for path in STARTER_MODEL.iterdir():
        (other / path.name).write_bytes(path.read_bytes())
    table = json.loads((other / "tokenizer.json").read_text())
    table["pre_tokenizer"] = {"type": "Whitespace"}
    (other / "tokenizer.json").write_text(json.dumps(table))
    found = {each.kind: each for each in check_all(str(other), Lora(), "write", tmp_path)}
    assert not found["gguf"].possible
    assert "cuts text" in found["gguf"].problem
    assert found["merged"].possible


def test_what_a_killed_export_left_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    exports = tmp_path / "exports"
    writing = """
import sys
from pathlib import Path
from studio.export.drafts import draft_of_export
with draft_of_export(Path(sys.argv[1])) as draft:
    (draft / "half").write_text("half")
    print(flush=True)
    input()
"""

    def start() -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", writing, str(exports / "merged")]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        return process

    with start() as killed, start() as alive:
        killed.kill()
        killed.wait()
        sweep_drafts(exports)
        assert [path.name for path in exports.glob(".draft-*/*")] == ["half"]
        assert alive.stdin is not None
        alive.stdin.write(b"\n")
        alive.stdin.close()
        assert alive.wait(PATIENCE_SECONDS) == 0
    assert list(exports.iterdir()) == []


@pytest.mark.storm
def test_an_export_killed_during_its_proof_leaves_nothing_that_counts(tmp_path: Path) -> None:
    """The process that proves ends too, and the next look at what is possible removes the draft."""
    run = finished_run(tmp_path, rows=make_rows(tmp_path / "rows.jsonl"), score=0)
    with Assistant(run.home) as assistant:
        asking = assistant.ask(ExportJob(run=str(run.path), kind="merged", device="cpu"))
        said: list[str] = []
        while "proving" not in said:
            assert not asking.done
            said += [event.stage for event in asking.poll() if isinstance(event, Progressed)]
        worker = assistant._process
        assert worker is not None
        while not (proving := psutil.Process(worker.pid).children()):
            time.sleep(0.01)
        worker.kill()
        psutil.wait_procs(proving, PATIENCE_SECONDS)
        assert not any(each.is_running() for each in proving)
        while not asking.done:
            assert not any(isinstance(event, Exported) for event in asking.poll())
    assert list((run.path / "exports").glob(".draft-*"))
    assert kept_exports(run) == []
    export_options(run)
    assert list((run.path / "exports").iterdir()) == []


@pytest.mark.storm
def test_a_cancelled_proof_ends_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    run = finished_run(tmp_path, rows=make_rows(tmp_path / "rows.jsonl"), score=0)
    with Assistant(run.home) as assistant:
        asking = assistant.ask(ExportJob(run=str(run.path), kind="gguf", device="cpu"))
        events: list[AfterEvent] = []
        while not asking.done:
            new = asking.poll()
            events += new
            if any(isinstance(event, Progressed) and event.stage == "proving" for event in new):
                asking.cancel()
        assert isinstance(events[-1], AfterFailed)
        assert events[-1].was_cancelled
    assert list((run.path / "exports").iterdir()) == []


def test_ollama_writes_conversations_as_the_template_does() -> None:
    turns = modelfile_template(STARTER_MODEL)
    talk = [
        {"role": "system", "content": "S"},
        {"role": "user", "content": "1"},
        {"role": "assistant", "content": "2"},
        {"role": "user", "content": "3"},
    ]
    tokenizer = transformers.AutoTokenizer.from_pretrained(STARTER_MODEL)
    for conversation in (talk, talk[1:]):
        wanted = tokenizer.apply_chat_template(conversation, add_generation_prompt=True, tokenize=False)
        assert turns.write(conversation) == wanted


def test_a_template_that_says_more_than_turns_is_refused() -> None:
    class Counting:
        """As a template that numbers its turns."""

        def render(self, messages: list[dict[str, str]], *, add_generation_prompt: bool) -> str:
            return "".join(f"<{number}>{each['content']}" for number, each in enumerate(messages))

    with pytest.raises(StudioError, match="Ollama cannot write"):
        find_turns(Counting(), "")


@pytest.mark.storm
def test_the_commands_export_try_and_judge_a_run(tmp_path: Path) -> None:
    """Through the worker, as a user in a terminal."""
    run = finished_run(tmp_path, rows=make_rows(tmp_path / "rows.jsonl"))
    nightshift = Nightshift(tmp_path)
    code, told, _ = nightshift.call("export", run.name, "--as", "gguf", "--device", "cpu")
    assert (code, told["proof"]["different"]) == (0, 0)
    code, told, _ = nightshift.call("try", run.name, "Say red and blue 3", "--device", "cpu", "--max-new-tokens", "8")
    assert code == 0
    assert [answer["side"] for answer in told["answers"]] == ["base", "tuned"]
    code, told, _ = nightshift.call("judge", run.name, "--device", "cpu", "--answers", "4")
    assert code == 0
    assert told["verdict"]["sentence"]
    code, told, _ = nightshift.call("export", "--check", "--model", str(STARTER_MODEL))
    assert [check["possible"] for check in told["checks"]] == [True] * 4
    code, told, _ = nightshift.call("export", run.name, "--as", "merged", "--to", str(tmp_path))
    assert code == 1
    assert told["error"]["hint"]
