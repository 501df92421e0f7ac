"""Both models of a run answer side by side and are compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.after import AfterEvent, AnswerEnded, JudgeJob, TextWritten, TryJob
from studio.commands import Stop
from studio.engine import chat
from studio.engine.chat import answer_prompt
from studio.engine.control import Control
from studio.engine.judge import judge
from studio.errors import RunProblem
from studio.job import Learning
from studio.judging.judgement import read_judgement
from studio.runs.conversations import conversation_file, list_conversations, read_turns
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal
from studio.runs.lease import take_lease
from studio.runs.watch import read_run
from tests.after.finished import finished_run, go_on, make_rows, quiet


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunFolder]:
    """A run that learned short answers."""
    folder = tmp_path_factory.mktemp("run")
    learning = Learning(effective_batch_size=16, updates=30, learning_rate=1e-2, warmup_fraction=0.0)
    rows = make_rows(folder / "rows.jsonl", 120)
    held_out = make_rows(folder / "held_out.jsonl", 40)
    yield finished_run(folder / "home", rows=rows, held_out=held_out, learning=learning)
    chat._kept.outcome = None


def asked(run: RunFolder, tmp_path: Path, **more: object) -> tuple[list[AfterEvent], Control]:
    """The events of one prompt."""
    events: list[AfterEvent] = []
    control = Control(tmp_path / "commands.jsonl", 0, lambda: False)
    job = TryJob(run=str(run.path), prompt="Say red and blue 3", device="cpu", max_new_tokens=12, **more)  # type: ignore[arg-type]
    answer_prompt(job, control, events.append, control.ask)
    return events, control


def answers(events: list[AfterEvent]) -> dict[str, AnswerEnded]:
    return {event.side: event for event in events if isinstance(event, AnswerEnded)}


def test_the_tuned_model_answers_as_it_learnt_and_the_base_as_before(run: RunFolder, tmp_path: Path) -> None:
    events, _ = asked(run, tmp_path)
    found = answers(events)
    assert found["base"].text != found["tuned"].text
    assert found["tuned"].text in ("red", "green", "blue")
    for side, answer in found.items():
        pieces = [event.text for event in events if isinstance(event, TextWritten) and event.side == side]
        assert "".join(pieces).strip() == answer.text


def test_the_same_seed_draws_the_same_words_and_another_seed_others(run: RunFolder, tmp_path: Path) -> None:
    def drawn(seed: int) -> str:
        return answers(asked(run, tmp_path, temperature=1.5, seed=seed, sides=("base",))[0])["base"].text

    assert drawn(1) == drawn(1)
    assert len({drawn(seed) for seed in range(4)}) > 1


def test_a_conversation_goes_on_from_what_each_side_said(run: RunFolder, tmp_path: Path) -> None:
    asked(run, tmp_path, conversation="talk one")
    asked(run, tmp_path, conversation="talk one")
    turns = read_turns(conversation_file(run, "talk one"))
    assert [turn.prompt for turn in turns] == ["Say red and blue 3"] * 2
    assert set(turns[0].answers) == {"base", "tuned"}
    assert list_conversations(run) == ["talk one"]
    with pytest.raises(RunProblem, match="cannot be the name"):
        conversation_file(run, "../talk")


def test_stopping_ends_an_answer_and_keeps_what_is_there(run: RunFolder, tmp_path: Path) -> None:
    with Journal(tmp_path / "commands.jsonl") as commands:
        commands.append(Stop())
    events, _ = asked(run, tmp_path, temperature=2.0, sides=("base", "tuned"))
    found = answers(events)
    assert list(found) == ["base"]
    assert found["base"].num_tokens < 12


def test_while_a_run_uses_the_devices_another_is_refused_them_in_words(run: RunFolder, tmp_path: Path) -> None:
    lease = take_lease(run.lease)
    assert lease is not None
    try:
        chat._kept.outcome = None
        with pytest.raises(RunProblem, match=r"is using cuda:0"):
            answer_prompt(
                TryJob(run=str(run.path), prompt="x", device="cuda:0"),
                Control(tmp_path / "c", 0, lambda: False),
                quiet,
                go_on,
            )
        found = answers(asked(run, tmp_path, sides=("tuned",))[0])
        assert found["tuned"].text
    finally:
        lease.release()


def test_judging_says_that_it_learned_and_how_sure_that_is(run: RunFolder) -> None:
    judge(JudgeJob(run=str(run.path), device="cpu", answers=18), quiet, go_on)
    found = read_judgement(run)
    assert found is not None
    assert found.held_out is not None
    assert found.general is not None
    assert found.tuned is not None
    assert found.tuned.confusion is not None
    assert found.verdict.kind.startswith("learned")
    assert found.held_out.low < found.held_out.change < found.held_out.high < 0
    assert found.tuned.exact == found.tuned.normalised > 0
    assert sum(sum(row) for row in found.tuned.confusion.counts) == found.tuned.rows == 18
    watch = read_run(run)
    best = watch.story.best
    assert best is not None
    assert found.held_out.after == pytest.approx(best.eval_loss, rel=1e-4)
    before = watch.story.evaluations[0]
    assert before.update == 0
    assert found.held_out.before == pytest.approx(before.eval_loss, rel=1e-4)
    assert found.best[0].after - found.best[0].before == min(row.after - row.before for row in found.best)


def test_a_run_without_a_result_is_refused_in_words(run: RunFolder, tmp_path: Path) -> None:
    empty = RunFolder(tmp_path / "runs" / "empty")
    empty.path.mkdir(parents=True)
    empty.job_file.write_bytes(run.job_file.read_bytes())
    with pytest.raises(RunProblem, match="has no result yet"):
        judge(JudgeJob(run=str(empty.path)), quiet, go_on)
