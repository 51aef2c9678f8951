"""Files as submissions."""

import io
import json
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from cli.articles import dispatches, files

ARTICLE = {
    "text": "The harbour reopened on Monday.",
    "published": "2025-03-04T10:00:00Z",
    "topics": ["Harbour"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "a.txt",
        "b.html",
        "sub/c.json",
        "sub/d.ndjson",
        "sub/e.JSONL",
        "notes.md",
        ".git/f.txt",
        ".g.json",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def test_a_folder_is_its_article_files_at_any_depth_without_hidden_ones(folder: Path) -> None:
    found = [str(file.relative_to(folder)) for file in files(folder)]
    assert found == ["a.txt", "b.html", "sub/c.json", "sub/d.ndjson", "sub/e.JSONL"]


def test_a_file_that_is_named_is_taken_whatever_its_name(folder: Path) -> None:
    assert files(folder / "notes.md") == [folder / "notes.md"]


def test_text_goes_as_it_is_with_topics_and_time_in_the_query(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Ø broken \xff".encode("latin-1"))
    (sent,) = dispatches(tmp_path / "a.txt", ["Storm Shadow", "Ukraine"], "2024-09-20 17:01")
    assert sent.body == "Ø broken \xff".encode("latin-1")
    assert sent.content_type == "text/plain; charset=utf-8"
    assert parse_qs(sent.query) == {"topic": ["Storm Shadow", "Ukraine"], "published": ["2024-09-20 17:01"]}


def test_json_gets_topics_added_once_and_its_time_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(ARTICLE))
    (sent,) = dispatches(tmp_path / "a.json", ["Harbour", "Trade"], "2025-03-05")
    assert json.loads(sent.body) == {**ARTICLE, "topics": ["Harbour", "Trade"], "published": "2025-03-05"}


def test_an_array_is_several_articles(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([ARTICLE, ARTICLE]))
    assert [sent.label for sent in dispatches(tmp_path / "a.json")] == [f"{tmp_path}/a.json[{n}]" for n in (1, 2)]


def test_a_bad_line_names_its_file_and_line_and_spares_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text(json.dumps(ARTICLE) + "\n\n{\n" + json.dumps(ARTICLE) + "\n")
    first, second, third = dispatches(tmp_path / "a.ndjson")
    assert (first.flaw, third.flaw) == (None, None)
    assert second.label.endswith("a.ndjson:3")
    assert "is not JSON" in second.flaw


@pytest.mark.parametrize("document", ['"a word"', "17", "null", '{"topics": 3}'])
def test_json_that_is_no_article_is_left_to_the_server(tmp_path: Path, document: str) -> None:
    (tmp_path / "a.json").write_text(document)
    (sent,) = dispatches(tmp_path / "a.json", ["Harbour"])
    assert json.loads(sent.body) == json.loads(document)


def test_json_nested_without_end_is_a_flaw_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[" * 200_000)
    (sent,) = dispatches(tmp_path / "a.json")
    assert "is not JSON" in sent.flaw


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (json.dumps(ARTICLE), ["application/json"]),
        (json.dumps(ARTICLE, indent=2), ["application/json"]),
        (json.dumps(ARTICLE) + "\n" + json.dumps(ARTICLE), ["application/json"] * 2),
        ("<!doctype html><p>Hello", ["text/html"]),
        ("[Exclusive] The harbour reopened.", ["text/plain; charset=utf-8"]),
        ("The harbour reopened.", ["text/plain; charset=utf-8"]),
        ("", ["text/plain; charset=utf-8"]),
    ],
)
def test_standard_input_tells_its_kind_by_its_content(
    monkeypatch: pytest.MonkeyPatch, content: str, kinds: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert [sent.content_type for sent in dispatches(Path("-"))] == kinds


def test_a_file_that_cannot_be_read_is_a_flaw_that_says_so(tmp_path: Path) -> None:
    (sent,) = dispatches(tmp_path)
    assert sent.flaw == "cannot be read: Is a directory"
