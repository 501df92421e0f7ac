"""`nightshift try`: the base model and the tuned one answer side by side."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from studio.after import AfterEvent, AnswerEnded, TryEnded, TryJob
from studio.cli.asked import ask
from studio.cli.options import DeviceOption, HomeOption, JsonOption, RunArgument
from studio.cli.say import say, say_json
from studio.paths import open_home
from studio.runs.folder import find_run


def try_it(  # noqa: PLR0913 - a command's options are its arguments
    run: RunArgument,
    prompt: Annotated[str, typer.Argument(help="What both models are asked.")],
    conversation: Annotated[str, typer.Option("--conversation", help="Name under which it is kept and goes on.")] = "",
    temperature: Annotated[float, typer.Option("--temperature", min=0, help="0: always the likeliest word.")] = 0.0,
    top_p: Annotated[float, typer.Option("--top-p", min=0.01, max=1)] = 1.0,
    max_new_tokens: Annotated[int, typer.Option("--max-new-tokens", min=1)] = 256,
    seed: Annotated[int, typer.Option("--seed", min=0)] = 0,
    tuned_only: Annotated[bool, typer.Option("--tuned-only", help="Leave the base model out.")] = False,
    device: DeviceOption = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Ask the base model and the tuned one the same, from the same seed.

    --json: `answers` (list of `side`, `text`, `num_tokens`, `seconds`, `reason`), `device`.
    """
    where = open_home(home)
    sides: tuple[Literal["base", "tuned"], ...] = ("tuned",) if tuned_only else ("base", "tuned")
    job = TryJob(
        run=str(find_run(where, run).path),
        prompt=prompt,
        conversation=conversation,
        sides=sides,
        temperature=temperature,
        top_p=top_p,
        max_new_tokens=max_new_tokens,
        seed=seed,
        device=device,
    )
    answers: list[AnswerEnded] = []

    def hear(event: AfterEvent) -> None:
        if isinstance(event, AnswerEnded):
            answers.append(event)
            if not json:
                name = "Base" if event.side == "base" else "Tuned"
                cut = {"length": " … (cut at the longest answer)", "stop": " … (stopped)", "end": ""}[event.reason]
                say(f"{name}: {event.text}{cut}")

    ended = ask(where, job, quiet=json, hear=hear)
    assert isinstance(ended, TryEnded)
    if json:
        say_json({"answers": answers, "device": ended.device})
