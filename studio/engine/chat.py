"""Answers a prompt with the base model and with the tuned one, side by side, and keeps the conversation."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import torch
from torch import Tensor

from studio.after import AnswerEnded, Exchange, Progressed, Side, TextWritten, TryEnded, TryJob
from studio.data.conversation import Conversation
from studio.data.encode import encode_document, encode_prompt, render
from studio.data.pipeline import Reader
from studio.durable import disk_problem
from studio.engine.control import Control
from studio.engine.loss import autocast
from studio.engine.outcome import Outcome, Tell, load_outcome
from studio.errors import DatasetProblem, RunProblem
from studio.runs.conversations import conversation_file, read_turns
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal


def answer_prompt(job: TryJob, control: Control, tell: Tell, look: Callable[[], None]) -> TryEnded:
    """Answer with each side in turn. `control.stop` ends an answer, what is written by then is kept.

    Raises StudioError.
    """
    run = RunFolder(Path(job.run))
    file = conversation_file(run, job.conversation) if job.conversation else None
    turns = read_turns(file) if file else []
    outcome = _models(run, job, tell)
    if outcome.labels is not None:
        raise RunProblem("This model gives labels and writes no answers.", "`nightshift judge` shows what it gives.")
    answers: dict[Side, str] = {}
    for side in job.sides:
        history = [(turn.prompt, turn.answers[side]) for turn in turns if side in turn.answers]
        tokens = _prompt_tokens(outcome, history, job.prompt)
        room = _positions(outcome) - len(tokens)
        if room < 1:
            raise DatasetProblem(
                f"The conversation has {len(tokens):,} tokens, the model reads {_positions(outcome):,}.",
                "Begin a new one, or ask a shorter question.",
                kind="too-long",
            )
        ended = _write(outcome, job, side, tokens, min(job.max_new_tokens, room), tell, control, look)
        answers[side] = ended.text
        tell(ended)
        if control.stop:
            break
    if file is not None:
        turn = Exchange(
            prompt=job.prompt,
            answers=answers,
            temperature=job.temperature,
            top_p=job.top_p,
            seed=job.seed,
            at=time.time(),
        )
        try:
            file.parent.mkdir(mode=0o700, exist_ok=True)
            with Journal(file) as journal:
                journal.append(turn)
        except OSError as problem:
            raise disk_problem(problem, "The conversation could not be kept") from problem
    return TryEnded(device=outcome.device_name)


def _write(
    outcome: Outcome,
    job: TryJob,
    side: Side,
    tokens: list[int],
    max_new_tokens: int,
    tell: Tell,
    control: Control,
    look: Callable[[], None],
) -> AnswerEnded:
    """One answer, told piece by piece."""
    began = time.perf_counter()
    stream = _Stream(outcome.tokenizer, len(tokens), lambda text: tell(TextWritten(side=side, text=text)))
    sampling: dict[str, Any] = {"do_sample": False}
    if job.temperature > 0:
        sampling = {"do_sample": True, "temperature": job.temperature, "top_p": job.top_p, "top_k": 0}

    def asked_to_stop(*_: Any, **__: Any) -> Tensor:
        look()
        return torch.tensor([control.stop], device=outcome.device)

    torch.manual_seed(job.seed)
    with outcome.model(side) as model, torch.no_grad(), autocast(outcome.device, outcome.precision):
        written: list[int] = model.generate(
            input_ids=torch.tensor([tokens], device=outcome.device),
            attention_mask=torch.ones((1, len(tokens)), dtype=torch.int64, device=outcome.device),
            max_new_tokens=max_new_tokens,
            num_beams=1,
            eos_token_id=list(outcome.prepared.end_tokens) or None,
            pad_token_id=outcome.pad_token_id,
            streamer=stream,
            stopping_criteria=[asked_to_stop],
            **sampling,
        )[0].tolist()[len(tokens) :]
    reason: Literal["end", "length", "stop"] = "length"
    if written and written[-1] in outcome.prepared.end_tokens:
        reason = "end"
    elif control.stop:
        reason = "stop"
    return AnswerEnded(
        side=side,
        text=stream.text.strip(),
        num_tokens=len(written),
        seconds=time.perf_counter() - began,
        reason=reason,
    )


class _Stream:
    """What `generate` calls with every new token; tells text as soon as its characters are whole."""

    def __init__(self, tokenizer: Any, skip: int, tell: Callable[[str], None]) -> None:
        self._tokenizer, self._skip, self._tell = tokenizer, skip, tell
        self._tokens: list[int] = []
        self.text = ""

    def put(self, value: Tensor) -> None:
        """First the prompt, (1, n), then each token."""
        new = value.flatten().tolist()
        skipped, self._skip = new[: self._skip], self._skip - min(self._skip, len(new))
        self._tokens += new[len(skipped) :]
        text: str = self._tokenizer.decode(self._tokens, skip_special_tokens=True)
        if text.endswith("\ufffd"):  # a character of several tokens
            return
        self._take(text)

    def end(self) -> None:
        """All tokens are there."""
        self._take(self._tokenizer.decode(self._tokens, skip_special_tokens=True))

    def _take(self, text: str) -> None:
        if len(text) > len(self.text):
            self._tell(text[len(self.text) :])
            self.text = text


def _prompt_tokens(outcome: Outcome, history: list[tuple[str, str]], prompt: str) -> list[int]:
    """The conversation as the model read conversations in training; where it learnt from texts, the text so far."""
    reader = Reader(Path(outcome.job.model))
    if outcome.prepared.report.shape == "text":
        text = "".join(f"{asked}{answered}" for asked, answered in history) + prompt
        return encode_document(text, reader.tokenizer)[:-1].tolist()
    messages: list[dict[str, Any]] = []
    for asked, answered in history:
        messages += [{"role": "user", "content": asked}, {"role": "assistant", "content": answered}]
    messages += [{"role": "user", "content": prompt}, {"role": "assistant", "content": ""}]
    talk = Conversation(messages, [False] * (len(messages) - 1) + [True])
    return list(encode_prompt(render(talk, reader.template, reader.tokenizer, prompt_only=True), reader.tokenizer))


def _positions(outcome: Outcome) -> int:
    return int(outcome.tuned.config.get_text_config().max_position_embeddings)


@dataclass
class _Kept:
    """The models of the last question, for the next one."""

    key: tuple[str, int, str | None] | None = None
    outcome: Outcome | None = None


_kept = _Kept()


def _models(run: RunFolder, job: TryJob, tell: Tell) -> Outcome:
    """Those of the last question where it was about the same result, else loaded now."""
    result = run.result.stat().st_mtime_ns if run.result.exists() else 0
    key = (job.run, result, job.device)
    if _kept.outcome is None or _kept.key != key:
        _kept.outcome = None  # before the next are loaded
        tell(Progressed(stage="loading models"))
        _kept.outcome, _kept.key = load_outcome(run, job.device, tell), key
    return _kept.outcome
