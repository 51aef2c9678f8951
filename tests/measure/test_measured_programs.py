"""The programs that are timed: how they are asked, and how they fail."""

from __future__ import annotations

import json
import sys
from itertools import islice
from pathlib import Path

import pytest

from measure.children import child, module
from measure.parts import memory_child
from measure.peers.values import timexes
from measure.places import Unmeasured, documents, write

TEXT = "\U0001f30a The dam was opened on 3 May 2019."


def test_an_answer_that_does_not_come_in_time_ends_the_program() -> None:
    with child([sys.executable, "-c", "input()"], 0.2) as running:
        with pytest.raises(Unmeasured, match=r"no answer within 0\.2 s"):
            running.answer()
        assert running.process.poll() is not None


def test_a_program_that_fails_says_why_in_its_last_line() -> None:
    command = [sys.executable, "-c", "raise SystemExit('no such reader')"]
    with child(command, 10) as running, pytest.raises(Unmeasured, match="no such reader"):
        running.answer("pass")


@pytest.mark.parametrize("reader", ["dateline", "dateparser"])
def test_a_reader_reads_all_documents_and_hands_over_what_it_found(reader: str, tmp_path: Path) -> None:
    given = write(tmp_path / "given.jsonl", [{"id": "dam", "dct": "2024-11-20", "text": TEXT}])
    with child(module(f"measure.peers.{reader}", given), 60) as running:
        assert set(running.answer()) == {"version"}
        assert set(running.answer("pass")) == {"wall", "cpu"}
        assert running.answer(str(tmp_path / "found.jsonl")) == {"documents": 1}
    (found,) = documents(tmp_path / "found.jsonl")
    (timex,) = timexes(found)["timexes"]
    assert TEXT[timex["start"] : timex["end"]] == timex["text"]
    assert (timex["type"], timex["value"]) == ("DATE", "2019-05-03")


def test_no_two_documents_of_the_memory_measurement_are_the_same() -> None:
    texts = [text for text, _ in islice(memory_child.documents(), 3_000)]
    assert len(set(texts)) == len(texts)
    assert json.dumps(texts) == json.dumps([text for text, _ in islice(memory_child.documents(), 3_000)])
