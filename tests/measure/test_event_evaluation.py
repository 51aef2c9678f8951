"""The measurement of events: what the scorer prints is read, and a missing corpus is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from measure import events
from measure.places import Unmeasured

PRINTED = """gold mentions dated 151 (full-day 120), undated 32; predictions 324, judged 119
recall 0.7219  full-day recall 0.7250  covered 0.8675  covered acc 0.8321  precision 0.7479  F1 0.7346
"""


def test_the_figures_of_the_scorer_are_read() -> None:
    assert events.parsed(PRINTED) == events.Found(151, 72.5, 72.19, 74.79)


def test_an_answer_without_figures_is_no_figure() -> None:
    with pytest.raises(Unmeasured, match="no figures"):
        events.parsed("nothing")


def test_a_missing_corpus_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CORPORA", str(tmp_path))
    answer = events.table(halves=False, only=None)
    assert isinstance(answer, str)
    assert str(tmp_path) in answer
