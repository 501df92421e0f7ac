"""What can be asked of the engine: frozen requests, written once as `job.json` and never changed."""

from __future__ import annotations

from typing import Literal

import msgspec

from studio.after import AfterJob

Checkpointing = Literal["off", "on", "long"]
Schedule = Literal["constant", "linear", "cosine"]
Precision = Literal["float32", "bfloat16", "float16"]
Quantization = Literal["nf4", "nf4-double", "int8"]
AfterBadNumbers = Literal["skip", "go back", "stop"]
"""Leave the update out; leave it out and go back to the last checkpoint; end. Three in a row end the run anyway."""
Optimizer = Literal["adamw", "adamw-8bit", "paged-adamw-8bit", "adafactor"]
Task = Literal["write", "classify", "tag"]
"""Write answers word by word; choose one label for each row; choose one label for each word of a row."""


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """How a table is read: what the model reads of it and what it learns to write. Empty: detected from the file.

    In place of a column there may be a text with {column} fields, which each row fills; {{ and }} are braces.
    """

    prompt: tuple[str, ...] = ()
    """Read by the model, joined by a line break."""
    answer: str = ""
    """What the model learns to write; where it classifies, the label of the row or those of its words."""
    separator: str = ""
    """Between the cells of a CSV file."""
    encoding: str = ""
    """Of files of text, such as "utf-8" or "cp1252"."""


class RowOfFile(msgspec.Struct, frozen=True):
    """A row by the name of its file and its number, as the user counts."""

    file: str
    row: int


class Data(msgspec.Struct, frozen=True, kw_only=True):
    """The rows to learn from and the rows held out to check it."""

    train: str
    """A file or a folder of files."""
    held_out: str | None = None
    """A file of rows that are never trained on. None: split off from `train`."""
    columns: Columns = Columns()
    skip_rows: tuple[RowOfFile, ...] = ()
    """Rows that the user does not want."""
    max_seq_len: int | None = None
    """Longest example in tokens, then cut. None: what the rows need, at most what the model can read."""
    pack: bool | None = None
    """Only for plain text. True: documents, each ended by the end token, are joined and cut into blocks of
    `max_seq_len` tokens; each block is an example of which every token is learnt, and within a block the model also
    sees the end of the document before. False: no block holds more than one document. None: True where the rows are
    plain text."""
    score_answers: int = 0
    """This many held-out rows are answered before and after training and compared word for word with the
    right answer (0: none). Labels are compared on all held-out rows, whatever this says."""


class Lora(msgspec.Struct, frozen=True, kw_only=True, tag="lora"):
    """Train a small adapter beside the frozen weights."""

    rank: int = 16
    alpha: float = 32.0
    """What the adapter adds is multiplied by alpha / rank."""
    dropout: float = 0.0
    targets: tuple[str, ...] = ()
    """Endings of the names of the layers that get an adapter, such as "q_proj", or "attention" for those of the
    attention. Empty: every linear layer but the output head."""
    rank_stabilized: bool = False
    """Multiply by alpha / √rank instead (rsLoRA, Kalajdzievski 2023): larger ranks then do not learn more slowly."""
    decomposed: bool = False
    """Learn length and direction of the changed weights apart (DoRA, Liu et al. 2024)."""
    quantization: Quantization | None = None
    """How the frozen weights are stored: 4 bits, 4 bits with 8-bit scales, 8 bits. None: in the precision."""


class Full(msgspec.Struct, frozen=True, kw_only=True, tag="full"):
    """Train every weight."""


Method = Lora | Full


class Learning(msgspec.Struct, frozen=True, kw_only=True):
    """How to learn: the target effective batch and what surrounds it."""

    effective_batch_size: int = 32
    """Examples behind one update, over all devices: the target, always met exactly."""
    effective_batch_tokens: int | None = None
    """The target in tokens, where plain text is joined into blocks: `effective_batch_size` blocks of `max_seq_len`
    tokens, exactly. None: the target was given in examples."""
    epochs: float = 3.0
    """Passes over the rows; ignored where `updates` is given."""
    updates: int | None = None
    learning_rate: float | None = None
    """Peak. None: 2e-4 for an adapter, 2e-5 for every weight, 5e-4 and 5e-5 for labels, 3e-4 for random weights."""
    schedule: Schedule = "cosine"
    warmup_fraction: float = 0.03
    weight_decay: float = 0.0
    optimizer: Optimizer = "adamw"
    """The 8-bit ones keep their state in a quarter of the memory; "paged" moves it to main memory where the card is
    full; Adafactor keeps a row and a column of each matrix."""
    neftune_alpha: float = 0.0
    """Noise on the embeddings while learning (NEFTune, Jain et al. 2023), usually 5 to 15. 0: none."""
    max_grad_norm: float = 1.0
    label_smoothing: float = 0.0
    """Share of the loss that every word gets instead of the target alone. 0: none."""
    router_balance: float = 0.0
    """Weight of the loss that keeps a mixture of experts using all of them (Switch, Fedus et al. 2021), usually 0.001
    to 0.02. The loss that is told does not contain it. 0: none."""
    after_bad_numbers: AfterBadNumbers = "skip"
    """What follows an update whose loss or gradient is not a finite number. It never changes the weights."""
    seed: int = 0
    evaluate_every: int | None = None
    """Updates between checks on held-out rows. None: about sixteen checks in a run."""
    stop_after_worse: int | None = None
    """End when this many checks in a row found the held-out loss no lower than the best. None: never."""


CHECKPOINT_EVERY_SECONDS = 300.0
"""Where nothing else is asked for; longer where saving would take more than 1 % of the time then."""


class TrainJob(msgspec.Struct, frozen=True, kw_only=True, tag="train"):
    """Fine-tune `model` on `data`."""

    name: str
    model: str
    """Folder of the model."""
    data: Data
    task: Task = "write"
    method: Method = Lora()
    from_scratch: bool = False
    """Begin with random weights of the shape in config.json: `model` then needs that and a tokenizer only, and every
    weight learns."""
    learning: Learning = Learning()
    gradient_checkpointing: Checkpointing | None = None
    """None: chosen by the plan."""
    micro_batch_size: int | None = None
    """None: chosen by the plan. Whatever it is, the effective batch stays the target."""
    precision: Precision | None = None
    """None: chosen for the device."""
    device: str | None = None
    """For example "cpu" or "cuda:0". None: the best one there is."""
    world_size: int | None = None
    """Training processes, one per GPU; on the processor they share it. None: 1. Whatever it is, the effective batch
    stays the target."""
    divided: bool | None = None
    """Whether each of several devices keeps a part of the model only. None: where the whole does not fit a card."""
    sample_prompts: tuple[str, ...] = ()
    """Answered at every check, to see how the answers change; each in at most 64 tokens."""
    checkpoint_every_seconds: float = CHECKPOINT_EVERY_SECONDS
    keep: Literal["best", "last"] = "best"
    """Which weights become the result: those with the lowest held-out loss, or those after the last update."""

    @property
    def stores_in_few_bits(self) -> bool:
        """Whether weights or the optimizer's state are stored in 8 bits or 4."""
        quantized = isinstance(self.method, Lora) and self.method.quantization is not None
        return quantized or "8bit" in self.learning.optimizer


class InspectJob(msgspec.Struct, frozen=True, kw_only=True):
    """Read a dataset as training would and report what is in it."""

    data: Data
    model: str | None = None
    """Folder whose tokenizer and chat template are used; None: characters are counted instead of tokens."""
    task: Task = "write"


Job = TrainJob | AfterJob


class DownloadJob(msgspec.Struct, frozen=True, kw_only=True, tag="download"):
    """Fetch a model from the hub into the home's models; `studio.foreman.downloader` does it, without torch."""

    model: str
    """Owner and name, like "Qwen/Qwen3-8B"."""
    revision: str | None = None
    """A commit, branch or tag. None: the newest, or the one of which a part is here already."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """One line on a worker's standard input: do the job in this folder."""

    folder: str
    attempt: int = 1
    commands_from: int = 0
    """Offset in `commands.jsonl` after which commands count."""


def write_job(job: Job) -> bytes:
    """The job as the bytes of `job.json`."""
    return msgspec.json.format(msgspec.json.encode(job), indent=2) + b"\n"


def read_job(text: bytes) -> Job:
    """The job in the bytes of `job.json`. Raises `msgspec.ValidationError` where it is none."""
    return msgspec.json.decode(text, type=Job)
