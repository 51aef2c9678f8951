"""The work of finding expressions grows with the length of the text and with nothing else: in steps, not in time."""

from __future__ import annotations

import sys
from dataclasses import replace
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.grammar.matching import Matcher
from timeline.grammar.memory import Memory
from timeline.grammar.tokens import Words
from timeline.languages import grammar

_MATCHERS = {language: grammar(language).matcher for language in ("en", "de")}
_WORDS = {language: sorted(matcher.vocabulary) for language, matcher in _MATCHERS.items()}
_FIGURES = ["1", "4", "12", "31", "98", "400", "1998", "2024", "12345"]
_GAPS = [" ", " ", " ", ", ", "-", " - ", "/", ".", ":", ". ", "\n"]
_MOST_A_WORD = 2500
"""A phrase has a bounded number of words, and so a place a bounded number of ways to go on: some hundreds at worst."""


def steps(matcher: Matcher, text: str) -> int:
    """How many functions are called to find the text's expressions by a grammar that has read nothing before."""
    called = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal called
        called += event == "call"

    fresh, words = replace(matcher, memory=Memory()), Words(text)
    sys.setprofile(count)
    try:
        for _ in fresh.found(words):
            pass
    finally:
        sys.setprofile(None)
    return called


@st.composite
def dense(draw: st.DrawFn, language: str) -> str:
    """Words of the grammar and figures, in the joints that its phrases have."""
    pieces = draw(
        st.lists(st.tuples(st.sampled_from(_WORDS[language] + _FIGURES * 20), st.sampled_from(_GAPS)), min_size=1)
    )
    return "".join(word.title() + gap if len(word) % 2 else word + gap for word, gap in pieces)


@pytest.mark.parametrize("language", _MATCHERS)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_text_takes_more_than_so_many_steps_a_word(language: str, data: st.DataObject) -> None:
    text = data.draw(dense(language))
    assert steps(_MATCHERS[language], text) <= _MOST_A_WORD * len(Words(text).words) + 10


@pytest.mark.parametrize("language", _MATCHERS)
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_a_text_four_times_as_long_takes_at_most_four_times_the_steps(language: str, data: st.DataObject) -> None:
    """A little more is allowed for what stands across the seams."""
    text = data.draw(dense(language))
    matcher = _MATCHERS[language]
    assert steps(matcher, text * 8) <= 4 * steps(matcher, text * 2) + 10


@pytest.mark.parametrize(
    "unit", ["may may may 1 1 1 ", "12/11/10-", "1.1.1.", "1/1/1 ", "Monday and ", "two days after "]
)
def test_what_has_been_read_once_is_read_in_a_few_steps(unit: str) -> None:
    matcher = _MATCHERS["en"]
    once, often = steps(matcher, unit * 10), steps(matcher, unit * 1010)
    assert (often - once) / len(Words(unit * 1000).words) < 15


def test_the_memory_of_what_was_read_has_an_end() -> None:
    memory = Memory()
    for number in range(60_000):
        memory.learn("date", [number, number, 0], ())
        assert memory.size <= 100_000
    assert len(memory.roots["date"]) < 60_000
