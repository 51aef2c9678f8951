"""The evaluation asks the command, hands both files to the scorer and shows what it says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from measure import timexes
from measure.places import PROJECT, Document, Unmeasured
from measure.scoring import Scores, parsed
from measure.tables import Table

DOCUMENTS: list[Document] = [
    {"id": f"made-up-{n}", "dct": "2024-11-20", "text": text, "timexes": [{"start": 0, "value": "the annotation"}]}
    for n, text in enumerate(["The ferry sank on Tuesday.", "Nothing is dated here.", "It reopens in 2026."])
]
SCORER = """
import json, sys
gold, found = ([json.loads(line) for line in open(name)] for name in sys.argv[1:3])
assert sys.argv[3] == "--json" and [one["id"] for one in gold] == [one["id"] for one in found]
values = [timex["value"] for one in found for timex in one["timexes"]]
right = sum(value in ("2024-11-19", "2026") for value in values) / 2
print(json.dumps({"value_F1": right, "strict_F1": 0.5, "relaxed_F1": 1, "type_F1": 0.25, "counts": {"g": len(gold)}}))
"""


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of corpora with a scorer beside it."""
    (tmp_path / "corpora" / "timex").mkdir(parents=True)
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "score.py").write_text(SCORER)
    lines = "".join(json.dumps(document) + "\n" for document in DOCUMENTS)
    (tmp_path / "corpora" / "timex" / "ferries.jsonl").write_text(lines)
    monkeypatch.setenv("DATELINE_CORPORA", str(tmp_path / "corpora"))
    return tmp_path


def rows(halves: bool = False, only: str | None = None) -> list[tuple[str, ...]]:
    table = timexes.table(halves, only)
    assert isinstance(table, Table)
    return [tuple(row) for row in table.rows]


def test_what_dateline_tags_is_scored(shared: Path) -> None:
    assert rows() == [("ferries", "3", "3", "100.0", "50.0", "100.0", "25.0", "–", "–", "–")]
    assert rows(only="trains") == []


def test_the_halves_share_no_document_and_leave_none_out(shared: Path) -> None:
    whole, *halves = rows(halves=True)
    assert sum(int(half[1]) for half in halves) == int(whole[1])
    assert {timexes.half_of(f"document {n}") for n in range(20)} == {"a", "b"}


def test_a_missing_scorer_is_named(shared: Path) -> None:
    (shared / "eval" / "score.py").unlink()
    with pytest.raises(Unmeasured, match=r"no scorer at .*score\.py"):
        timexes.table(halves=False, only=None)


def test_missing_corpora_are_said_in_a_line_each_and_are_no_failure(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "measure.eval"]
    environment = {"DATELINE_CORPORA": str(tmp_path / "nowhere")}
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True)
    said = [line for line in done.stdout.splitlines() if line.startswith("No ")]
    assert len(said) == 3
    assert all("nowhere" in line for line in said)


def test_the_scorer_s_answer_is_read_in_per_cent() -> None:
    answer = {"value_F1": 0.8, "strict_F1": 0.85, "relaxed_F1": 0.9, "type_F1": 0.95, "counts": {"g": 12}}
    assert parsed(answer, 3) == Scores(3, 12, 80, 85, 90, 95)


@pytest.mark.parametrize(
    ("floor", "said"),
    [
        ((84, 88), "value 4.0, strict 0.5"),
        ((80, 90), "strict 2.5"),
        ((75, None), "met"),
        ((None, None), "–"),
    ],
)
def test_a_floor_is_met_or_short_by_so_much(floor: timexes.Pair, said: str) -> None:
    found = Scores(documents=1, expressions=1, value=80, strict=87.5, relaxed=95, type=90)
    assert timexes.short(found, floor) == said
