"""The documented policy for vague words is the one that the program follows."""

from __future__ import annotations

from pathlib import Path

from vague_sentences import EXAMPLES
from vague_words import page, read

from timeline.algebra import vague
from timeline.algebra.derivation import Derivation
from timeline.algebra.meaning import Reach
from timeline.interval import Granularity

PAGE = Path(__file__).resolve().parents[2] / "docs" / "vague.md"


def test_the_page_says_what_the_code_does() -> None:
    """After a change of words or bounds: python tests/time/vague_words.py > docs/vague.md"""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_bound_of_the_policy_has_an_example() -> None:
    made = [read(sentence).derivation for sentences in EXAMPLES.values() for sentence in sentences.splitlines()]
    shown = {one.meaning for one in made if isinstance(one, Derivation) and isinstance(one.meaning, Reach)}
    assert {value for value in vars(vague).values() if isinstance(value, Reach)} <= shown


def test_every_unit_has_its_reach_and_none_ends_before_it_begins() -> None:
    assert set(vague.REACH) == set(Granularity)
    for unit in Granularity:
        for reach in (vague.coming(unit), vague.recent(unit), vague.ahead(unit), vague.ago(unit)):
            assert reach.start is not None
            assert reach.end is not None
            assert reach.start < reach.end
            assert reach.approximate
