"""Two reports are taken for one happening where a careful reader takes them for one (pairs.toml)."""

from __future__ import annotations

import pytest

from measure.merging import Score, score

SAME, RIGHT = 39, 81
"""Pairs of one happening that are known to be found, and pairs of both kinds that are known to be judged right."""


@pytest.fixture(scope="module")
def found() -> Score:
    return score()


def test_labelled_pairs_are_judged(found: Score, record_property: pytest.RecordProperty) -> None:
    record_property("figure", str(found))
    assert found.found >= SAME, found.wrong
    assert found.right >= RIGHT, found.wrong


def test_no_two_happenings_are_taken_for_one(found: Score) -> None:
    assert found.taken == 0, found.wrong


def test_there_are_as_many_pairs_of_either_kind(found: Score) -> None:
    assert found.same == found.different >= 40
