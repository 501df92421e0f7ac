"""Over 120 bad files: how to make each, and the cause and place that must be told."""

from __future__ import annotations

import gzip
import io
import json
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow
import pyarrow.parquet

from studio.job import Columns
from tests.data.workbooks import write_xlsx

GOOD = '{"question": "a", "answer": "b"}'
OTHER = '{"question": "c", "answer": "d"}'


class Bad(NamedTuple):
    """A file, and what must be found in it."""

    name: str
    content: bytes | Callable[[Path], None]
    kind: str
    row: int = 0
    column: str = ""
    whole: bool = False
    """Whether the file as a whole is refused, rather than one row or nothing left out."""
    columns: Columns = Columns()
    note: str = ""


def line(text: str | bytes, kind: str, column: str = "", note: str = "") -> Bad:
    """A bad line 3 between two good ones."""
    middle = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return Bad("a.jsonl", f"{GOOD}\n\n".encode() + middle + f"\n{OTHER}\n".encode(), kind, 3, column, note=note)


def turns(value: Any, kind: str) -> Bad:
    """A bad conversation in row 2."""
    good = {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}
    text = "\n".join(json.dumps(each) for each in (good, {"messages": value}, good))
    return Bad("chat.jsonl", text.encode(), kind, 2, "messages", note=json.dumps(value)[:40])


def table(text: str, kind: str, row: int, column: str = "", name: str = "a.csv") -> Bad:
    return Bad(name, text.encode(), kind, row, column, note=text[:40])


def whole(name: str, content: bytes | Callable[[Path], None], kind: str, row: int = 0, column: str = "") -> Bad:
    return Bad(name, content, kind, row, column, whole=True)


def picked(kind: str, column: str = "", *, prompt: tuple[str, ...] = (), answer: str = "", **how: str) -> Bad:
    """A good table read in a way in which it cannot be."""
    columns = Columns(prompt=prompt, answer=answer, **how)
    return Bad("a.csv", b"act,prompt\nx,y z\n", kind, 0, column, whole=True, columns=columns)


def parquet(rows: list[dict[str, Any]]) -> bytes:
    """The rows as a Parquet file."""
    file = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), file)
    return file.getvalue()


def zstd(content: bytes) -> bytes:
    """The content compressed with Zstandard."""
    return pyarrow.compress(content, "zstd", asbytes=True)


def _xlsx(sheets: dict[str, list[list[object]]]) -> Callable[[Path], None]:
    return lambda path: write_xlsx(path, sheets)


def _folder(files: dict[str, bytes]) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.mkdir()
        for name, content in files.items():
            (path / name).write_bytes(content)

    return make


PAIRS = [{"question": "a", "answer": "b"}, {"question": "c", "answer": "d"}]
PARQUET = parquet(PAIRS * 500)
HEAD = b"question,answer\n"
USER, ANSWER = {"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}

LINES = [
    line('{"question": "a", "answer": "b",}', "broken-json", "33"),
    line("{'question': 'a'}", "broken-json", "2"),
    line('{"question": "a" "answer": "b"}', "broken-json", "18"),
    line('{"question": "a", "answer": "b"', "broken-json", "32"),
    line('{"question": "a", "answer": "b', "broken-json", "29"),
    line('{question: "a"}', "broken-json", "2"),
    line('{"question": "a", "answer": b}', "broken-json", "29"),
    line('{"question": "a\tb", "answer": "c\x01"}', "broken-json", "16"),
    line('{"question": "\\x41", "answer": "b"}', "broken-json", "15"),
    line('{"question": "\\u12", "answer": "b"}', "broken-json", "16"),
    line("{“question”: “a”}", "broken-json", "2"),
    line('{"question": "a", "answer": 01}', "broken-json", "30"),
    line('{"question": "a", "answer": undefined}', "broken-json", "29"),
    line('{"question": "a", "answer": None}', "broken-json", "29"),
    line('{"question": "a", /* no */ "answer": "b"}', "broken-json", "19"),
    line("// a comment", "broken-json", "1"),
    line("question: a", "broken-json", "1"),
    line("<html><body>404</body></html>", "broken-json", "1"),
    line(GOOD + " " + GOOD, "broken-json", str(len(GOOD) + 2)),
    line(GOOD + ",", "broken-json", str(len(GOOD) + 1)),
    line("]" * 10, "broken-json", "1"),
    line("[" * 100_000, "broken-json"),
    line('{"a":' * 100_000, "broken-json"),
    line('{"question": "a", "answer": ' + "1" * 5_000 + "}", "broken-json"),
    line('{"question": "äöüß", "answer": "'.encode() + b'\xff"}', "mojibake", note="damaged bytes"),
    line('["a", "b"]', "wrong-type"),
    line('"a text"', "wrong-type"),
    line("17", "wrong-type"),
    line("null", "wrong-type"),
    line("true", "wrong-type"),
    line("NaN", "wrong-type"),
    line("{}", "empty-prompt", "question"),
    line('{"frage": "a", "antwort": "b"}', "empty-prompt", "question"),
    line('{"question": "a"}', "empty-answer", "answer"),
    line('{"question": "a", "answer": null}', "empty-answer", "answer"),
    line('{"question": "a", "answer": ""}', "empty-answer", "answer"),
    line('{"question": "a", "answer": " \\n\\t"}', "empty-answer", "answer"),
    line('{"question": "a", "answer": "\\u3000"}', "empty-answer", "answer"),
    line('{"question": "", "answer": "b"}', "empty-prompt", "question"),
    line('{"question": null, "answer": "b"}', "empty-prompt", "question"),
    line('{"question": "a", "answer": {"x": 1}}', "wrong-type", "answer"),
    line('{"question": "a", "answer": [1, 2]}', "wrong-type", "answer"),
    line('{"question": ["a"], "answer": "b"}', "wrong-type", "question"),
    line('{"question": {"x": "a"}, "answer": "b"}', "wrong-type", "question"),
    line('{"question": "a", "answer": NaN}', "not-a-number", "answer"),
    line('{"question": "a", "answer": Infinity}', "not-a-number", "answer"),
    line('{"question": "a", "answer": 1e999}', "not-a-number", "answer"),
    line('{"question": "a", "answer": "nan"}', "not-a-number", "answer"),
    line('{"question": "a", "answer": "#REF!"}', "cell-error", "answer"),
    line('{"question": "#NAME?", "answer": "b"}', "cell-error", "question"),
    line('{"question": "a", "answer": "b\\ud800"}', "lone-surrogate", "answer"),
    line('{"question": "\\udfff", "answer": "b"}', "lone-surrogate", "question"),
    line('{"question": "a", "answer": "b\\u0000c"}', "control-characters"),
    line('{"question": "Ã¼ber", "answer": "b"}', "mojibake"),
    line('{"question": "itâ€™s", "answer": "b"}', "mojibake"),
    line('{"question": "a\ufffdb", "answer": "b"}', "mojibake"),
]

TURNS = [
    turns("hello", "wrong-type"),
    turns(7, "wrong-type"),
    turns({"role": "user"}, "wrong-type"),
    turns(None, "empty-prompt"),
    turns([], "empty-prompt"),
    turns(["a", "b"], "wrong-type"),
    turns([None], "wrong-type"),
    turns([[]], "wrong-type"),
    turns([USER], "no-assistant-turn"),
    turns([{"role": "system", "content": "a"}], "no-assistant-turn"),
    turns([{"role": "wizard", "content": "a"}], "unknown-role"),
    turns([{"role": 3, "content": "a"}], "unknown-role"),
    turns([{"role": ["user"], "content": "a"}], "unknown-role"),
    turns([{"content": "a"}], "unknown-role"),
    turns([{}], "unknown-role"),
    turns([USER, {"role": "assistant", "content": ""}], "empty-answer"),
    turns([USER, {"role": "assistant"}], "empty-answer"),
    turns([USER, {"role": "assistant", "content": []}], "empty-answer"),
    turns([USER, {"role": "assistant", "content": None, "tool_calls": []}], "empty-answer"),
    turns([{"role": "user", "content": {"a": 1}}, ANSWER], "wrong-type"),
    turns([USER, {"role": "assistant", "content": float("inf")}], "not-a-number"),
    turns([USER, {"role": "assistant", "content": "b\ud800"}], "lone-surrogate"),
    turns([{"role": "user", "content": [{"type": "image_url", "image_url": "x"}]}, ANSWER], "wrong-type"),
    turns([{"role": "user", "content": [{"type": "input_audio"}]}, ANSWER], "wrong-type"),
    turns([{"role": "user", "content": [3]}, ANSWER], "wrong-type"),
    turns([{"role": "user", "content": [None]}, ANSWER], "wrong-type"),
    turns([USER, {**ANSWER, "weight": 0}], "nothing-to-learn"),
    turns([USER, {**ANSWER, "loss_weight": 0.0}], "nothing-to-learn"),
    turns([USER, {**ANSWER, "tool_calls": [{"function": {"arguments": "\ud800"}}]}], "lone-surrogate"),
    turns([USER, {**ANSWER, "tool_calls": [{"function": {"arguments": 2**70}}]}], "wrong-type"),
    Bad("chat.jsonl", json.dumps({"messages": [USER, ANSWER], "tools": []}).encode() + b"\n"
        + json.dumps({"messages": [USER, ANSWER], "tools": "{broken"}).encode(), "broken-json", 2, "tools"),
    Bad("old.json", json.dumps([{"instruction": "a", "output": "b", "history": []},
                                {"instruction": "a", "output": "b", "history": [["x"]]}]).encode(),
        "wrong-type", 2, "history"),
]  # fmt: skip

TABLES = [
    table('question,answer\na,"b\nc,d\ne,f\n', "unclosed-quote", 2),
    table('question,answer\na,b\nc,"d\n', "unclosed-quote", 3),
    table("question,answer\na,b\nc,d,e\n", "ragged", 3),
    table("question,answer\na,b\nc\n", "empty-answer", 3, "answer"),
    table("question,answer\na,b\nquestion,answer\nc,d\n", "repeated-heading", 3),
    table("question,answer\na,b\nc,#DIV/0!\n", "cell-error", 3, "answer"),
    table("question,answer\na,b\nc,NaN\n", "not-a-number", 3, "answer"),
    table("question;answer\na;b\nc;\n", "empty-answer", 3, "answer"),
    table("question;answer\na;b\n", "separator", 0),
    table("question,answer\na,b\n", "separator", 0, name="a.tsv"),
    table("question\tanswer\na\tb\nc\t\n", "empty-answer", 3, "answer", name="a.tsv"),
    table("question,answer\na,b\nÃ¼ber,d\n", "mojibake", 3),
    table("question,answer\na,b\nc,d\x00\n", "not-a-dataset", 0)._replace(whole=True),
    Bad("a.csv", HEAD + "Köln,d\n".encode("cp1252"), "encoding"),
    Bad("a.csv", HEAD + "Привет,мир\n".encode("cp1251"), "encoding"),
    Bad("a.csv", HEAD + "你好,再见\n".encode("gb18030"), "encoding"),
    Bad("a.csv", HEAD + "äöüß,".encode() + b"\xff\n", "encoding"),
    Bad("a.xlsx", _xlsx({"S": [["question", "answer"], ["a", "b"], ["c", "#DIV/0!"]]}), "empty-answer", 3, "answer"),
    Bad("a.xlsx", _xlsx({"S": [["question", "answer"], ["a", "b"], [None, "d"]]}), "empty-prompt", 3, "question"),
    Bad("a.xlsx", _xlsx({"S": [["question", "answer"], ["a", "b"]], "T": [["x"], ["y"]]}), "several-sheets"),
    Bad("a.parquet", parquet([*PAIRS, {"question": "e", "answer": None}]), "empty-answer", 3, "answer"),
    Bad("a.parquet", parquet([{"question": "a", "answer": 1.5}, {"question": "a", "answer": float("nan")}]),
        "not-a-number", 2, "answer"),
    Bad("a.parquet", parquet([{"question": "a", "answer": b"\xff\xfe"}]), "no-usable-rows", 1, "answer",
        whole=True),
    Bad("both", _folder({"a.csv": HEAD + b"a,b\n", "b.csv": b"name,city\nx,y\n"}), "other-columns"),
]  # fmt: skip

WHOLE = [
    whole("no.csv", lambda path: None, "missing"),
    whole("a.jsonl", b"", "empty"),
    whole("a.jsonl", b"\n \n", "empty"),
    whole("a.jsonl", b"\xef\xbb\xbf", "empty"),
    whole("a.json", b"[]", "empty"),
    whole("a.json", b"  ", "empty"),
    whole("a.csv", HEAD, "empty"),
    whole("a.csv", b"\n\n", "empty"),
    whole("a.txt", b" \n", "empty"),
    whole("a.md", b"\n", "empty"),
    whole("a.xlsx", _xlsx({"S": []}), "empty"),
    whole("a.xlsx", _xlsx({"S": [["question", "answer"]]}), "empty"),
    whole("a.parquet", parquet([]), "empty"),
    whole("photos", _folder({}), "missing"),
    whole("photos", _folder({"a.jpg": b"\xff\xd8\xff"}), "missing"),
    whole("model", _folder({"config.json": b"{}", "tokenizer.json": b"{}"}), "missing"),
    whole("a.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "not-a-dataset"),
    whole("a.jsonl", b"\x00" * 1000, "not-a-dataset"),
    whole("a.exe", b"MZ\x90\x00", "not-a-dataset"),
    whole("a.pdf", b"%PDF-1.7", "not-a-dataset"),
    whole("a.zip", b"PK\x03\x04rest", "not-a-dataset"),
    whole("a.jsonl", b"PK\x03\x04rest", "not-a-dataset"),
    whole("rows", b"hello", "not-a-dataset"),
    whole("pipe.jsonl", os.mkfifo, "not-a-dataset"),
    whole("a.json", b'[{"question": "a",\n "answer": }]', "broken-json", 2, "12"),
    whole("a.json", b'[{"question": "a", "answer": "b"}', "broken-json", 1, "34"),
    whole("a.json", b'[{"question": "a"} {"question": "b"}]', "broken-json", 1, "20"),
    whole("a.json", b"[" * 100_000, "broken-json"),
    whole("a.json", b'"hello"', "not-a-table"),
    whole("a.json", b"3", "not-a-table"),
    whole("a.json", b'{"version": 1}', "not-a-table"),
    whole("a.json", b'["a", "b"]', "no-usable-rows", 1),
    whole("a.jsonl", b"[1]\n[2]\n", "broken-json", 2, "1"),
    whole("a.jsonl", b"{broken\n{broken\n", "no-usable-rows", 1, "2"),
    whole("a.csv", b"act,prompt\nx,y y\n", "no-answer-column"),
    whole("a.csv", b"1,2\n3,4\n", "no-answer-column"),
    whole("a.csv", b"question,answer\na,\nb,\n", "no-usable-rows", 2, "answer"),
    whole("a.parquet", b"PAR1broken", "unreadable"),
    whole("a.parquet", PARQUET[: len(PARQUET) // 2], "unreadable"),
    whole("a.parquet", b"not parquet at all", "unreadable"),
    whole("a.parquet", PARQUET[:200] + b"\x00" * 50 + PARQUET[250:], "unreadable"),
    whole("a.xlsx", b"PK\x03\x04broken", "unreadable"),
    whole("a.xlsx", b"question,answer\n", "unreadable"),
    whole("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "unreadable"),
    whole("a.jsonl.gz", gzip.compress(GOOD.encode() * 999)[:40], "unreadable"),
    whole("a.jsonl.gz", gzip.compress(GOOD.encode())[:-4] + b"abcd", "unreadable"),
    whole("a.jsonl.gz", b"\x1f\x8b" + b"\x07" * 50, "unreadable"),
    whole("a.csv.gz", gzip.compress(HEAD), "empty"),
    whole("a.jsonl.gz", gzip.compress(b""), "empty"),
    whole("a.tar.gz", gzip.compress(b"rows.csv" + b"\x00" * 504), "not-a-dataset"),
    whole("a.jsonl.zst", zstd(GOOD.encode() * 999)[:-5], "unreadable"),
    whole("a.jsonl.zst", zstd(GOOD.encode())[:6] + b"\xff" * 30, "unreadable"),
    whole("a.json.zst", zstd(b'{"version": 1}'), "not-a-table"),
    whole("a.parquet.gz", gzip.compress(b"PAR1broken"), "unreadable"),
    whole("a.jsonl.zz", zlib.compress(GOOD.encode()), "not-a-dataset"),
    picked("missing-column", "reply", prompt=("act",), answer="reply"),
    picked("missing-column", "who", prompt=("Ask {who}",), answer="prompt"),
    picked("no-answer-column", prompt=("act", "prompt")),
    picked("unknown-encoding", encoding="klingon"),
    picked("unknown-encoding", encoding="base64"),
    picked("unknown-separator", separator="::"),
]
LARGE = [
    Bad("a.csv", ('question,answer\na,b\nc,"' + "d,e\n" * 60_000).encode(), "unclosed-quote", 3, note="long"),
    Bad("a.jsonl", f"{GOOD}\n".encode() + b'{"question": "' + b"a" * 70_000_000 + b'"}\n', "too-long", 2),
    Bad("a.json", b"[" + GOOD.encode() + b"," + b" " * 40_000_000 + b'\n{"question": }]', "broken-json", 2, "14",
        whole=True),
    Bad("a.json", b'{"data": [' + GOOD.encode() + b"," + b" " * 40_000_000 + b'\n{"question": "c"}]}', "empty-answer",
        2, "answer"),
]  # fmt: skip
CORPUS = [*LINES, *TURNS, *TABLES, *WHOLE, *LARGE]
