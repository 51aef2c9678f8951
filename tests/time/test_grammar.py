"""What a grammar must be to be loaded, and how patterns are read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.grammar.patterns import BadPattern, sequences
from timeline.grammar.rules import BadGrammar, Grammar
from timeline.grammar.tokens import Words
from timeline.languages.english.links import LINKS
from timeline.languages.english.tense import DOUBTS, TENSES


def words_of(pattern: str) -> list[str]:
    return [" ".join(step.word or f"{{{step.slot}}}" for step in sequence) for sequence in sequences(pattern)]


def empty() -> Grammar:
    grammar = Grammar("xx", TENSES, DOUBTS, LINKS)
    grammar.words("unit", {"week": 7, "fort night": 14})
    grammar.words("which", {"last": -1}, hot=False)
    return grammar


def test_optional_elements_and_choices_are_written_out() -> None:
    assert words_of("(the|this )?{which} {unit}") == ["the {which} {unit}", "this {which} {unit}", "{which} {unit}"]


def test_words_in_angle_brackets_must_stand_beside_the_expression() -> None:
    (sequence,) = sequences("<a> {which} {unit} <ended>")
    assert [(step.word or step.slot, step.leads, step.trails) for step in sequence] == [
        ("a", True, False),
        ("which", False, False),
        ("unit", False, False),
        ("ended", False, True),
    ]


def test_a_space_takes_white_space_or_a_hyphen_and_a_comma_is_a_comma() -> None:
    (sequence,) = sequences("{which} {unit}, {unit:second}")
    assert " " in sequence[1].joins
    assert "-" in sequence[1].joins
    assert sequence[2].joins == {", ", ","}


@pytest.mark.parametrize("pattern", ["{which", "(a", "a)", "a*", "a?", "(a)?", ""])
def test_a_pattern_that_cannot_be_read_or_matches_nothing_is_refused(pattern: str) -> None:
    with pytest.raises(BadPattern):
        sequences(pattern)


def test_a_slot_nobody_defines_is_refused_by_name() -> None:
    grammar = empty()
    grammar.rule("{which} {nonsense}", {})(lambda **slots: None)
    with pytest.raises(BadGrammar, match="nonsense"):
        _ = grammar.matcher


def test_a_phrase_that_contains_itself_is_refused() -> None:
    grammar = empty()
    grammar.phrase("again", "{which} {more}")(lambda **slots: None)
    grammar.phrase("more", "{unit} {again}")(lambda **slots: None)
    with pytest.raises(BadGrammar, match="contains itself"):
        _ = grammar.matcher


def test_a_rule_that_the_scan_would_never_find_is_refused() -> None:
    grammar = empty()
    grammar.rule("{which} thing", {})(lambda **slots: None)
    with pytest.raises(BadGrammar, match="no hot word"):
        _ = grammar.matcher


def test_a_slot_is_defined_once() -> None:
    with pytest.raises(BadGrammar, match="unit"):
        empty().words("unit", {})


def test_words_in_angle_brackets_lead_to_the_expression_and_are_no_part_of_it() -> None:
    grammar = empty()
    grammar.rule("<in (the|a)> {unit}", {})(lambda unit: unit)
    words = Words("week in a week")
    (found,) = grammar.matcher.found(words)
    assert (found.first, found.last, found.meaning) == (3, 4, 7)


def test_a_dot_makes_an_ordinal_of_a_number_where_the_language_writes_so() -> None:
    text = "on 3. week at 3.30"
    for ordinal_dots, gaps in ((True, [" ", "."]), (False, [". ", "."])):
        grammar = replace(empty(), ordinal_dots=ordinal_dots)
        grammar.rule("{unit}", {})(lambda unit: unit)
        assert [Words(text).gap(place, grammar.matcher.dotted) for place in (2, 5)] == gaps
