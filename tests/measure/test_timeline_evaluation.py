"""The evaluation of digests asks the command for as much as the reference has, and hands both to the scorer."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from measure import timelines
from measure.tables import Table

ARTICLES = [
    {"id": "1", "time": "2024-05-11", "title": "", "text": "The ferry ran aground yesterday. Nobody was hurt."},
    {"id": "2", "time": "2024-05-11", "title": "", "text": "A ferry struck a rock on Friday."},
    {"id": "3", "time": "2024-06-20", "title": "", "text": "The ferry was repaired on 18 June."},
    {"id": "4", "time": "2024-09-01", "title": "", "text": "After the end of the reference the ferry was sold today."},
]
REFERENCE = [["2024-05-10", []], ["2024-06-30", []]]
SCORER = """
import json, sys, pathlib
gold, found = (pathlib.Path(name, "Ferry_boat", "timelines.jsonl").read_text() for name in sys.argv[1:3])
assert sys.argv[3:] == ["--json", "--no-rouge"]
days = [{day for day, _ in json.loads(text)} for text in (gold, found)]
print(json.dumps({"date": {"meanF": len(days[0] & days[1]) / len(days[0])}}))
"""


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one topic and a scorer beside it."""
    topic = tmp_path / "corpora" / "timelines" / "entities" / "Ferry_boat"
    topic.mkdir(parents=True)
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "tls_score.py").write_text(SCORER)
    lines = "".join(json.dumps(article) + "\n" for article in ARTICLES)
    (topic / "articles.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (topic / "timelines.jsonl").write_text(json.dumps(REFERENCE) + "\n")
    monkeypatch.setenv("DATELINE_CORPORA", str(tmp_path / "corpora"))
    return tmp_path


def test_a_topic_is_scored_beside_the_guess_and_the_floor(shared: Path) -> None:
    table = timelines.table(halves=False, only=None)
    assert isinstance(table, Table)
    mean, topic = ([*row[:6], row[8]] for row in table.rows)
    assert mean == ["Entities, mean of 1", "4", "2", "0.500", "[0.000]", "–", "met"]
    assert topic == ["… Ferry_boat", "4", "2", "0.500", "[0.000]", "–", "–"]


def test_a_digest_below_its_floor_says_by_how_much(shared: Path) -> None:
    file = shared / "corpora" / "timelines" / "entities" / "Ferry_boat" / "timelines.jsonl"
    file.write_text(json.dumps([["2024-05-01", []], ["2024-06-30", []]]))
    table = timelines.table(halves=False, only="Ferry")
    assert isinstance(table, Table)
    assert table.rows[0][-1] == "date F1 0.330"


def test_without_timelines_one_sentence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CORPORA", str(tmp_path))
    assert "Nothing measured." in str(timelines.table(halves=False, only=None))
