"""Options that several commands share, and what their values mean."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, cast, get_args

import typer

from studio.errors import PlanProblem
from studio.job import Full, Lora, Method, Quantization
from studio.planning.choose import check_target

HomeOption = Annotated[
    Path | None, typer.Option("--home", help="Folder for settings, runs and caches (or NIGHTSHIFT_HOME).")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line.")]
ModelOption = Annotated[str, typer.Option("--model", help="Folder of the model; for `plan` also a bare config.json.")]
BatchOption = Annotated[
    str, typer.Option("--effective-batch", help="Examples behind each update; met exactly, whatever the split.")
]
PromptOption = Annotated[
    list[str] | None,
    typer.Option("--prompt", help="Column the model reads, or a text with {column} fields; may be repeated."),
]
AnswerOption = Annotated[str, typer.Option("--answer", help="Column the model learns to write, or of labels.")]
SeparatorOption = Annotated[
    str, typer.Option("--separator", help="Between the cells of a CSV file, like “;” or tab; left out: found.")
]
EncodingOption = Annotated[
    str, typer.Option("--encoding", help="Of files of text, like utf-8 or cp1252; left out: found.")
]
OpenBatchOption = Annotated[
    str | None, typer.Option("--effective-batch", help="Examples behind each update; met exactly, whatever the split.")
]
BatchTokensOption = Annotated[
    int | None,
    typer.Option(
        "--effective-batch-tokens",
        help="In place of examples, for plain text: tokens behind each update, a multiple of --max-seq-len.",
    ),
]
RunArgument = Annotated[str, typer.Argument(help="Name of the run, a part of it, or “last”.")]
DeviceOption = Annotated[str | None, typer.Option("--device", help="For example cpu or cuda:0.")]
QueueOption = Annotated[bool, typer.Option("--queue/--wait", help="Return at once, or wait until it ends.")]
WeightsOption = Annotated[
    str | None, typer.Option("--weights", help="float32, bfloat16, float16; for gguf and ollama also q8_0.")
]
TaskOption = Annotated[
    str,
    typer.Option("--task", help="write (answers), classify (one label for each row) or tag (one for each word)."),
]
PackOption = Annotated[
    bool | None,
    typer.Option("--pack/--no-pack", help="Join plain texts into blocks of --max-seq-len; left out: yes for texts."),
]
MethodOption = Annotated[str, typer.Option("--method", help="lora (a small adapter) or full (every weight).")]
RankOption = Annotated[int, typer.Option("--rank", min=1, help="Rank of the adapter.")]
AlphaOption = Annotated[
    float | None,
    typer.Option("--alpha", help="What the adapter adds is scaled by alpha / rank. Left out: twice the rank."),
]
DropoutOption = Annotated[float, typer.Option("--dropout", min=0, max=0.99, help="Dropout before the adapter.")]
TargetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--target",
        help="Ending of the names of layers that get an adapter, like q_proj, or attention; may be repeated. "
        "Left out: every linear layer.",
    ),
]
RankStabilizedOption = Annotated[
    bool, typer.Option("--rank-stabilized", help="Scale by alpha / √rank (rsLoRA); alpha is then 8 if left out.")
]
DecomposedOption = Annotated[
    bool, typer.Option("--decomposed", help="Learn length and direction of the weights apart (DoRA).")
]
QuantizationOption = Annotated[
    str | None,
    typer.Option("--quantization", help="Frozen weights in 4 bits (nf4, nf4-double) or 8 bits (int8)."),
]
FromScratchOption = Annotated[
    bool, typer.Option("--from-scratch", help="Begin with random weights of the shape in config.json; method full.")
]
OptimizerOption = Annotated[
    str, typer.Option("--optimizer", help="adamw, adamw-8bit, paged-adamw-8bit or adafactor: less and less memory.")
]
ScheduleOption = Annotated[
    str, typer.Option("--schedule", help="Learning rate after warming up: constant, linear or cosine.")
]
WarmupOption = Annotated[
    float, typer.Option("--warmup", min=0, max=1, help="Share of the updates in which the learning rate rises.")
]
WeightDecayOption = Annotated[
    float, typer.Option("--weight-decay", min=0, help="On matrices and embeddings, not on norms and biases.")
]
NeftuneOption = Annotated[
    float, typer.Option("--neftune-alpha", min=0, help="Noise on the embeddings while learning, usually 5 to 15.")
]
SmoothingOption = Annotated[
    float, typer.Option("--label-smoothing", min=0, max=0.9, help="Share of the loss that all other words get.")
]
EvaluateEveryOption = Annotated[
    int | None, typer.Option("--evaluate-every", min=1, help="Updates between checks; left out: about 16 checks.")
]
StopAfterWorseOption = Annotated[
    int | None,
    typer.Option("--stop-after-worse", min=1, help="End after so many checks in a row without a lower held-out loss."),
]
KeepOption = Annotated[
    str, typer.Option("--keep", help="Weights that become the result: best (lowest held-out loss) or last.")
]
BadNumbersOption = Annotated[
    str,
    typer.Option("--after-bad-numbers", help="What follows a loss that is no number: skip (it), go back or stop."),
]
SampleOption = Annotated[
    list[str] | None, typer.Option("--sample", help="Prompt to answer while it learns; may be repeated.")
]
RouterBalanceOption = Annotated[
    float,
    typer.Option("--router-balance", min=0, help="Keep a mixture of experts using all of them, usually 0.001 to 0.02."),
]
RateOption = Annotated[float | None, typer.Option("--learning-rate", help="Left out: suggested.")]
EpochsOption = Annotated[float, typer.Option("--epochs", help="Passes over the rows.")]
UpdatesOption = Annotated[int | None, typer.Option("--updates", min=1, help="Updates to make, in place of passes.")]
LengthOption = Annotated[int | None, typer.Option("--max-seq-len", min=2, help="Longest example in tokens, then cut.")]
CheckpointingOption = Annotated[
    str | None,
    typer.Option("--gradient-checkpointing", help="off, on or long (for long rows only); left out: chosen."),
]
MicroOption = Annotated[
    int | None, typer.Option("--micro-batch", min=1, help="Examples at a time; left out: chosen by the plan.")
]

NodesOption = Annotated[
    int, typer.Option("--nodes", min=1, help="Computers that share the work, by torchrun; --gpus is then of each.")
]
NodeRankOption = Annotated[
    int, typer.Option("--node-rank", min=0, help="Which of them this one is; 0 has the folder of the run.")
]
RendezvousOption = Annotated[
    str | None, typer.Option("--rendezvous", help="HOST:PORT on which all of them reach the first.")
]
GpusOption = Annotated[
    int | None,
    typer.Option("--gpus", min=1, help="GPUs that share the work; with --device cpu processes that share it."),
]
FromStartOption = Annotated[
    bool, typer.Option("--from-start", help="Not from a checkpoint; those there are kept in the run's folder.")
]
DivideOption = Annotated[
    bool | None,
    typer.Option(
        "--divide/--no-divide",
        help="Each of several GPUs keeps a part of the model only; as a rule where it does not fit one.",
        show_default=False,
    ),
]


def parse_target(text: str) -> int:
    """The target effective batch. Raises PlanProblem where it is no number of examples."""
    try:
        return check_target(int(text))
    except ValueError:
        raise PlanProblem(
            f"The target effective batch “{text}” is not a whole number.", "Choose one like 32: examples per update."
        ) from None


def target_of(examples: str | None, tokens: int | None) -> int:
    """The target in examples; 1 where it is given in tokens, until it is known how many blocks those are.

    Raises PlanProblem, and typer.BadParameter where both are given or none.
    """
    if (examples is None) == (tokens is None):
        raise typer.BadParameter(
            "or --effective-batch-tokens is needed, and only one of them", param_hint="--effective-batch"
        )
    return 1 if examples is None else parse_target(examples)


def choice(value: str | None, allowed: tuple[str, ...], option: str) -> Any:
    """The value, one of those allowed or left out. Raises typer.BadParameter: a wrong call."""
    if value is not None and value not in allowed:
        raise typer.BadParameter(f"is one of {', '.join(allowed)}", param_hint=option)
    return value


def parse_size(text: str) -> int:
    """Bytes of an amount like 24GiB. Raises PlanProblem."""
    units = {"gib": 2**30, "gb": 10**9, "mib": 2**20, "mb": 10**6}
    lower = text.lower().replace(" ", "")
    for unit, size in units.items():
        if lower.endswith(unit):
            try:
                return int(float(lower.removesuffix(unit)) * size)
            except ValueError:
                break
    raise PlanProblem(f"“{text}” is no amount of memory.", "Write it like 24GiB.")


def absolute(path: str) -> str:
    """The path as a worker in another folder finds it."""
    return str(Path(path).expanduser().resolve())


def method_of(
    name: str,
    *,
    rank: int,
    alpha: float | None,
    dropout: float,
    targets: list[str] | None,
    rank_stabilized: bool,
    decomposed: bool,
    quantization: str | None,
) -> Method:
    """The method of this name. Raises typer.BadParameter where there is none or options contradict it."""
    choice(name, ("lora", "full"), "--method")
    choice(quantization, get_args(Quantization), "--quantization")
    if name == "lora":
        return Lora(
            rank=rank,
            alpha=alpha if alpha is not None else 8.0 if rank_stabilized else 2.0 * rank,  # the same at rank 16
            dropout=dropout,
            targets=tuple(targets or ()),
            rank_stabilized=rank_stabilized,
            decomposed=decomposed,
            quantization=cast("Quantization | None", quantization),
        )
    of_adapters = {
        "--alpha": alpha is not None,
        "--dropout": bool(dropout),
        "--target": bool(targets),
        "--rank-stabilized": rank_stabilized,
        "--decomposed": decomposed,
        "--quantization": quantization is not None,
    }
    for option, used in of_adapters.items():
        if used:
            raise typer.BadParameter("is for adapters: --method lora", param_hint=option)
    return Full()
