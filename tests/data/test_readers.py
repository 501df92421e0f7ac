"""Every format gives the same rows, and every fault names its place without stopping the other rows."""

from __future__ import annotations

import gzip
import json
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from studio.data.dataset import Dataset
from studio.data.problem import Problem, Problems
from studio.data.readers.files import find_files, read_rows
from studio.data.readers.row import Row
from studio.errors import DatasetProblem
from studio.job import Columns
from tests.data.workbooks import write_xlsx
from tests.support.models import DATA

PAIRS = [{"question": "Wie, viel\nist „2“?", "answer": "Vier; é 你"}, {"question": "b", "answer": "c"}]


def rows_of(path: Path) -> list[Row]:
    return [item for item in read_rows(find_files(path)) if isinstance(item, Row)]


def problems_of(path: Path, columns: Columns = Columns()) -> tuple[int, list[Problem]]:  # noqa: B008
    problems = Problems()
    usable = list(Dataset(path, columns).rows(problems))
    return len(usable), problems.kept


def read_all(path: Path) -> None:
    dataset = Dataset(path, Columns())
    problems = Problems()
    dataset.check_any(len(list(dataset.rows(problems))), problems)


def _csv(separator: str, encoding: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        quoted = [[row[name].replace('"', '""') for name in ("question", "answer")] for row in PAIRS]
        text = f"question{separator}answer\r\n"
        text += "".join(f'"{asked}"{separator}"{answered}"\r\n' for asked, answered in quoted)
        path = folder / "faq.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def _jsonl(folder: Path) -> Path:
    path = folder / "faq.jsonl"
    path.write_text("\n\n".join(json.dumps(row, ensure_ascii=False) for row in PAIRS), encoding="utf-8")
    return path


def _json(wrap: Callable[[list[Any]], Any], name: str = "faq.json") -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_text(json.dumps(wrap(PAIRS), indent=1), encoding="utf-8-sig")
        return path

    return write


def _parquet(folder: Path) -> Path:
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(PAIRS), folder / "faq.parquet")
    return folder / "faq.parquet"


def _lines_called_json(folder: Path) -> Path:
    return _jsonl(folder).rename(folder / "faq.json")


@pytest.mark.parametrize(
    "write",
    [
        _csv(",", "utf-8"), _csv(";", "utf-8-sig"), _csv("\t", "utf-16"), _csv("|", "utf-8"), _jsonl,
        _json(lambda rows: rows), _json(lambda rows: {"version": 1, "data": rows}), _json(lambda rows: rows, "a.jsonl"),
        _parquet, _lines_called_json,
    ],
    ids=["csv", "semicolon-bom", "tab-utf16", "bar", "jsonl", "json", "json-data", "list-in-jsonl", "parquet",
         "lines-in-json"],
)  # fmt: skip
def test_every_format_gives_the_same_rows(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    assert [row.fields for row in rows_of(write(tmp_path))] == PAIRS


def test_a_spreadsheet_is_read_from_its_first_filled_sheet(tmp_path: Path) -> None:
    table = [["question", "answer"], ["2 + 2?", 4], [None, None], ["3 / 0?", "#DIV/0!"], ["pi?", 3.5], ["e?", None]]
    write_xlsx(tmp_path / "faq.xlsx", {"Notes": [], "Data": table, "More": [["a"], ["b"]]})
    usable, problems = problems_of(tmp_path / "faq.xlsx")
    rows = rows_of(tmp_path / "faq.xlsx")
    assert [row.fields["answer"] for row in rows[:1]] == [4]
    assert usable == 2
    assert [(each.kind, each.row) for each in problems] == [
        ("several-sheets", 0),
        ("empty-answer", 4),
        ("empty-answer", 6),
    ]


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text('{"question": "3", "answer": "4"}\n')
    (tmp_path / "a.csv").write_text("question,answer\n1,2\n")
    (tmp_path / "README.md").write_text("# About\n")
    (tmp_path / ".hidden.jsonl").write_text("{}\n")
    assert [row.fields["question"] for row in rows_of(tmp_path)] == ["1", "3"]


def test_a_file_with_other_columns_is_named_once_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("question,answer\n1,2\n")
    (tmp_path / "b.csv").write_text("name,city\nx,y\nz,w\n")
    usable, problems = problems_of(tmp_path)
    assert usable == 1
    assert [(each.file, each.kind) for each in problems] == [("b.csv", "other-columns")]
    assert "question, answer" in problems[0].hint


def test_separators_of_other_alphabets_do_not_end_a_line(tmp_path: Path) -> None:
    text = json.dumps({"question": "a\u2028b\u0085c", "answer": "d"}, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_text(text + "\r\n" + text, encoding="utf-8", newline="")
    assert [row.number for row in rows_of(tmp_path / "a.jsonl")] == [1, 2]
    assert rows_of(tmp_path / "a.jsonl")[1].fields["question"] == "a\u2028b\u0085c"


def test_a_file_of_another_encoding_is_read_and_said_so(tmp_path: Path) -> None:
    path = _csv(",", "utf-8")(tmp_path)
    path.write_bytes("question,answer\nWo?,Köln „Mitte“\n".encode("cp1252"))
    assert rows_of(path)[0].fields["answer"] == "Köln „Mitte“"
    _, problems = problems_of(path)
    assert [(problem.kind, problem.left_out) for problem in problems] == [("encoding", False)]


GOOD = '{"question": "a", "answer": "b"}'
LINES = [
    ('{"question": "a", "answer": "b",}', "broken-json", "at character 33"),
    ("{'question': 'a'}", "broken-json", "double quotes"),
    (GOOD + " " + GOOD, "broken-json", "more than one object"),
    ('["a", "b"]', "wrong-type", "is a list"),
    ('{"question": "a"}', "empty-answer", "has no answer"),
    ('{"question": "a", "answer": "  "}', "empty-answer", "has no answer"),
    ('{"question": "", "answer": "b"}', "empty-prompt", "nothing to answer"),
    ('{"question": "a", "answer": {"x": 1}}', "wrong-type", "an object, not a text"),
    ('{"question": ["a"], "answer": "b"}', "wrong-type", "a list, not a text"),
    ('{"question": "a", "answer": NaN}', "not-a-number", "nan"),
    ('{"question": "a", "answer": 1e999}', "not-a-number", "inf"),
    ('{"question": "a", "answer": "#REF!"}', "cell-error", "#REF!"),
    ('{"question": "a", "answer": "b\\ud800"}', "lone-surrogate", "half a character"),
    ("[" * 100_000, "broken-json", "cannot be read"),
]


@pytest.mark.parametrize(("line", "kind", "words"), LINES, ids=[f"{row[1]}-{i}" for i, row in enumerate(LINES)])
def test_a_faulty_line_is_named_and_the_others_are_used(tmp_path: Path, line: str, kind: str, words: str) -> None:
    path = tmp_path / "faq.jsonl"
    path.write_text(f"{GOOD}\n\n{line}\n{GOOD.replace('a', 'c', 1)}\n")
    usable, problems = problems_of(path)
    assert usable == 2
    (problem,) = [each for each in problems if each.kind != "duplicate"]
    assert (problem.file, problem.row, problem.kind) == ("faq.jsonl", 3, kind)
    assert words in problem.title
    assert problem.hint
    assert problem.left_out


TURNS: list[tuple[Any, str, str]] = [
    ("hello", "wrong-type", "'messages' is a text, not a list"),
    ([{"role": "user", "content": "a"}], "no-assistant-turn", "no turn of the assistant"),
    ([{"role": "wizard", "content": "a"}], "unknown-role", "wizard"),
    ([{"content": "a"}], "unknown-role", "nobody"),
    ([{"role": "user", "content": "a"}, {"role": "assistant", "content": 5.5e300 * 10**10}], "not-a-number", "turn 2"),
    ([{"role": "user", "content": {"a": 1}}], "wrong-type", "the text of turn 1"),
    ([{"role": "user", "content": "a"}, {"role": "assistant", "content": ""}], "empty-answer", "Turn 2"),
    ([{"role": "user", "content": [{"type": "image_url", "image_url": "x"}]}], "wrong-type", "other than text"),
    ([{"role": "user", "content": "a"}, {"role": "assistant", "content": "b", "weight": 0}], "nothing-to-learn", ""),
    (["a", "b"], "wrong-type", "Turn 1"),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "kind", "words"), TURNS, ids=[f"{row[1]}-{i}" for i, row in enumerate(TURNS)])
def test_a_faulty_conversation_is_named_and_the_others_are_used(
    tmp_path: Path, turns: Any, kind: str, words: str
) -> None:
    good = {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}
    path = tmp_path / "chat.jsonl"
    path.write_text(f"{json.dumps(good)}\n{json.dumps({'messages': turns})}\n{json.dumps(good)}\n")
    usable, problems = problems_of(path)
    assert usable == 2
    problem = problems[0]
    assert (problem.row, problem.kind, problem.column) == (2, kind, "messages")
    assert words in problem.title


def test_a_quote_closed_by_a_later_row_costs_one_row(tmp_path: Path) -> None:
    path = tmp_path / "faq.csv"
    path.write_text('question,answer\na,"b\nc,d\ne,f\n"g\nh",i\n')
    usable, problems = problems_of(path)
    assert usable == 3
    assert [(problem.row, problem.kind) for problem in problems] == [(2, "unclosed-quote")]


def test_a_quote_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    path = tmp_path / "faq.csv"
    path.write_text('question,answer\na,b\nc,"d\ne,f\ng,h\n')
    usable, problems = problems_of(path)
    assert usable == 3
    assert [(problem.row, problem.kind) for problem in problems] == [(3, "unclosed-quote")]


def test_faults_of_tables_are_named_by_the_row_a_spreadsheet_shows(tmp_path: Path) -> None:
    path = tmp_path / "faq.csv"
    path.write_text('question,answer\n"a\nb",c\nd,e,f\nquestion,answer\ng,\nh,i\n' + f"j,{'k' * 200_000}\n")
    usable, problems = problems_of(path)
    assert usable == 3
    assert [(each.row, each.kind) for each in problems] == [(3, "ragged"), (4, "repeated-heading"), (5, "empty-answer")]


def test_damaged_characters_are_pointed_out_and_the_row_is_used(tmp_path: Path) -> None:
    path = tmp_path / "faq.csv"
    path.write_text("question,answer\nÃœber was?,Ã¤hnlich wie â€œdasâ€\nSÃO NÃO,não É Â\n", encoding="utf-8")
    usable, problems = problems_of(path)
    assert usable == 2
    assert [(each.row, each.kind, each.left_out) for each in problems] == [(2, "mojibake", False)]


def _made(name: str, content: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


def _fifo(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.jsonl")
    return folder / "pipe.jsonl"


def _folder(folder: Path) -> Path:
    (folder / "photos").mkdir()
    return folder / "photos"


WHOLE: list[tuple[str, Callable[[Path], Path], str, str]] = [
    ("missing", lambda folder: folder / "no.csv", "missing", "There is no file"),
    ("empty", _made("a.jsonl", b""), "empty", "is empty"),
    ("blank", _made("a.jsonl", b"\n \n"), "empty", "has no rows"),
    ("only a heading", _made("a.csv", b"question,answer\n"), "empty", "has no rows"),
    ("empty list", _made("a.json", b"[]"), "empty", "has no rows"),
    ("folder without data", _folder, "missing", "has no data files"),
    ("picture", _made("a.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00"), "not-a-dataset", "not a text file"),
    ("unknown ending", _made("a.exe", b"MZ\x90\x00"), "not-a-dataset", "no kind of file"),
    ("archive", _made("a.zip", b"PK\x03\x04rest"), "not-a-dataset", "no kind of file"),
    ("broken json", _made("a.json", b'[{"question": "a",\n "answer": }]'), "broken-json", "in line 2 at character 12"),
    ("one text", _made("a.json", b'"hello"'), "not-a-table", "a text, not a list of rows"),
    ("no answers", _made("a.csv", b"act,prompt\nx,y y\n"), "no-answer-column", "answers to learn"),
    ("all unusable", _made("a.csv", b"question,answer\na,\nb,\n"), "no-usable-rows", "No row of a.csv can be used"),
    ("damaged parquet", _made("a.parquet", b"PAR1broken"), "unreadable", "damaged or cut off"),
    ("damaged excel", _made("a.xlsx", b"PK\x03\x04broken"), "unreadable", "cannot be opened as a spreadsheet"),
    ("pipe", _fifo, "not-a-dataset", "is not a file"),
]


@pytest.mark.parametrize(("make", "kind", "words"), [row[1:] for row in WHOLE], ids=[row[0] for row in WHOLE])
def test_a_file_that_is_no_dataset_is_refused_in_words(
    tmp_path: Path, make: Callable[[Path], Path], kind: str, words: str
) -> None:
    with pytest.raises(DatasetProblem) as caught:
        read_all(make(tmp_path))
    assert caught.value.kind == kind
    assert words in caught.value.title
    assert caught.value.hint


def test_a_missing_column_is_answered_with_those_that_exist(tmp_path: Path) -> None:
    path = _made("a.csv", b"act,prompt\nx,y\n")(tmp_path)
    with pytest.raises(DatasetProblem) as caught:
        Dataset(path, Columns(prompt=("act",), answer="reply"))
    assert (caught.value.kind, caught.value.column) == ("missing-column", "reply")
    assert "act, prompt" in caught.value.hint


SHAPES = [
    ("gsm8k/train.jsonl", "question-answer", ("question", "answer"), 7473),
    ("alpaca/alpaca_en_demo.json", "instruction", ("instruction", "input", "output"), 999),
    ("prompt_completion/mlx_wwdc25_valid.jsonl", "prompt-completion", ("prompt", "completion"), 144),
    ("csv/banking77_test.csv", "question-answer", ("text", "category"), 3080),
    ("sharegpt/glaive_toolcall_en_demo.json", "conversations", ("tools", "conversations"), 300),
    ("sharegpt/fastchat_dummy_conversation.json", "conversations", ("conversations",), 500),
    ("messages/lf_v1_sft_demo.jsonl", "messages", ("messages",), 500),
    ("messages/openai_toy_chat_fine_tuning.jsonl", "messages", ("messages",), 5),
    ("gsm8k_parquet/test.parquet", "prompt-completion", ("prompt", "extra_info.answer"), 1319),
    ("multilingual/xquad.zh.json", "question-answer", ("context", "question", "answer"), 1190),
    ("text/mlx_wikisql_train.jsonl", "text", ("text",), 1000),
    ("text/tinyshakespeare.txt", "text", ("text",), 1),
]


@pytest.mark.parametrize(("name", "kind", "used", "rows"), SHAPES, ids=[row[0] for row in SHAPES])
def test_the_shape_of_real_data_is_found(name: str, kind: str, used: tuple[str, ...], rows: int) -> None:
    dataset = Dataset(DATA / name, Columns())
    assert (dataset.shape.kind, dataset.shape.used_columns) == (kind, used)
    assert len(list(dataset.rows(Problems()))) == rows


def test_columns_are_used_as_picked() -> None:
    path = DATA / "csv" / "awesome_chatgpt_prompts_2024.csv"
    with pytest.raises(DatasetProblem, match="act, prompt"):
        Dataset(path, Columns())
    problems = Problems()
    rows = list(Dataset(path, Columns(prompt=("act",), answer="prompt")).rows(problems))
    assert len(rows) == 171
    assert [turn["role"] for turn in rows[0].content.messages] == ["user", "assistant"]
    assert rows[0].content.messages[0]["content"] == "An Ethereum Developer"


def test_the_better_answers_of_pairs_are_learnt() -> None:
    path = DATA / "dpo" / "lf_dpo_en_demo.json"
    for columns in (Columns(), Columns(prompt=("conversations",), answer="chosen")):
        rows = list(Dataset(path, columns).rows(Problems()))
        assert len(rows) == 300
        assert rows[0].content.messages[-1]["content"].startswith("That sounds like a fun")
    assert Dataset(path, Columns()).shape.kind == "chosen-rejected"


def _zstd(content: bytes) -> bytes:
    return pyarrow.compress(content, "zstd", asbytes=True)


@pytest.mark.parametrize("pack", [gzip.compress, _zstd], ids=["gz", "zst"])
@pytest.mark.parametrize(
    "write",
    [_csv(";", "utf-16"), _jsonl, _json(lambda rows: {"data": rows}), _parquet],
    ids=["csv", "jsonl", "json", "parquet"],
)
def test_a_compressed_file_gives_the_same_rows(
    tmp_path: Path, write: Callable[[Path], Path], pack: Callable[[bytes], bytes]
) -> None:
    plain = write(tmp_path)
    packed = plain.with_name(plain.name + (".gz" if pack is gzip.compress else ".zst"))
    packed.write_bytes(pack(plain.read_bytes()))
    plain.unlink()
    for source in (packed, tmp_path):
        rows = rows_of(source)
        assert [row.fields for row in rows] == PAIRS
        assert {row.file for row in rows} == {packed.name}


def test_a_compressed_workbook_gives_the_same_rows(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "faq.xlsx", {"S": [["question", "answer"], ["a", "b"]]})
    packed = tmp_path / "faq.xlsx.gz"
    packed.write_bytes(gzip.compress((tmp_path / "faq.xlsx").read_bytes()))
    assert [row.fields for row in rows_of(packed)] == [{"question": "a", "answer": "b"}]


def test_several_files_are_read_by_a_pattern_or_one_on_each_line(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.jsonl"):
        (tmp_path / name).write_text(GOOD)
    (tmp_path / "c.csv").write_text("question,answer\n1,2\n")
    by_pattern = read_rows(find_files(tmp_path / "*.jsonl"))
    by_line = read_rows(find_files(f"{tmp_path / 'c.csv'}\n{tmp_path / 'b.jsonl'}\n"))
    assert [row.file for row in by_pattern] == ["a.jsonl", "b.jsonl"]
    assert [row.file for row in by_line] == ["c.csv", "b.jsonl"]


def test_separator_and_encoding_are_found_told_and_corrected(tmp_path: Path) -> None:
    path = tmp_path / "faq.csv"
    path.write_bytes("question;answer\nЧто?;Да, нет\n".encode("cp1251"))
    problems = Problems()
    (garbled,) = Dataset(path, Columns()).rows(problems)
    assert [problem.kind for problem in problems.kept if not problem.row] == ["encoding", "separator"]
    assert garbled.row.fields["question"] != "Что?"
    (corrected,) = Dataset(path, Columns(encoding="cp1251", separator=";")).rows(Problems())
    assert corrected.row.fields == {"question": "Что?", "answer": "Да, нет"}
    (misread,) = rows_of_columns(path, Columns(encoding="cp1251", separator="|"))
    assert list(misread.fields) == ["question;answer"]


def rows_of_columns(path: Path, columns: Columns) -> list[Row]:
    return [item for item in read_rows(find_files(path), columns) if isinstance(item, Row)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32", "utf-8-sig"])
def test_unicode_is_told_apart_by_its_bytes(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "faq.jsonl"
    path.write_bytes(GOOD.encode(encoding))
    assert [row.fields for row in rows_of(path)] == [json.loads(GOOD)]


@pytest.mark.parametrize("form", ["[%s]", '{"version": 1, "data": [%s], "more": []}'], ids=["list", "object"])
def test_a_large_json_document_is_never_whole_in_memory(tmp_path: Path, form: str) -> None:
    row = json.dumps({"question": "a" * 5000, "answer": "b"})
    path = tmp_path / "large.json"
    path.write_text(form % ",\n".join([row] * 24_000))
    tracemalloc.start()
    try:
        count = sum(1 for _ in read_rows(find_files(path)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 24_000
    assert peak < 0.9 * path.stat().st_size  # 32 million characters are read before it counts as large
