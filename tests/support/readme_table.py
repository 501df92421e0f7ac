"""The worked example of the README, as the planner says it today: `python -m tests.support.readme_table` writes it."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from studio.cli.app import app

README = Path(__file__).parents[2] / "README.md"
LLAMA_2_13B = {
    "architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 5120, "intermediate_size": 13824,
    "num_hidden_layers": 40, "num_attention_heads": 40, "num_key_value_heads": 40, "vocab_size": 32000,
    "max_position_embeddings": 4096, "tie_word_embeddings": False, "torch_dtype": "float16",
}  # fmt: skip
OPTIONS = (
    "--lengths 2048 --effective-batch 16 --gpu 3090 --quantization nf4-double --micro-batch 8 --explain --json".split()
)


def worked_example(folder: Path) -> dict[str, tuple[list[float], str]]:
    """Values and unit by name, as `nightshift plan --explain` tells them."""
    (folder / "config.json").write_text(json.dumps(LLAMA_2_13B))
    home = ("--home", str(folder / "home"))
    done = CliRunner().invoke(app, ["plan", "--model", str(folder / "config.json"), *home, *OPTIONS])
    assert done.exit_code == 0, done.output
    lines: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])["explanation"]["lines"]
    return {line["what"]: (line["values"], line["unit"]) for line in lines if line["values"]}


def in_readme() -> dict[str, list[str]]:
    """The cells of each line that begins with a name of the table."""
    rows = re.findall(r"^\| (\S[^|]*\S) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|", README.read_text("utf-8"), re.MULTILINE)
    return {name: [cell.strip() for cell in cells] for name, *cells in rows}


def as_cell(value: float, unit: str) -> str:
    if unit == "bytes":
        return f"{value / 2**30:.2f} GiB"
    return f"{value:.3g} s" if unit == "seconds" else f"{value:.4g}"


def write() -> None:
    text = README.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for name, (values, unit) in worked_example(Path(folder)).items():
            cells = " | ".join(as_cell(value, unit) for value in values)
            text = re.sub(
                rf"^\| {re.escape(name)} \| [^|]+ \| [^|]+ \| [^|]+ \|",
                f"| {name} | {cells} |",
                text,
                flags=re.MULTILINE,
            )
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    write()
