"""The query language: what its texts mean, and that every text is one or is refused in a sentence."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.search import BadQuery, Either, Every, Not, Query, Words, query
from timeline.search.folding import folded
from timeline.search.tree import excluding

A, B, C = (Words((letter,)) for letter in "abc")


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("a", A),
        ("a b c", Every((A, B, C))),
        ("a AND b", Every((A, B))),
        ("a b OR c", Either((Every((A, B)), C))),
        ("a (b OR c)", Every((A, Either((B, C))))),
        ("a -b", Every((A, Not(B)))),
        ("a NOT (b OR c)", Every((A, Not(Either((B, C)))))),
        ("-a", Not(A)),
        ('"a b" c', Every((Words(("a", "b")), C))),
        ("“a b”", Words(("a", "b"))),
        ("ferr*", Words(("ferr",), begins=True)),
        ("long-rang*", Words(("long", "rang"), begins=True)),
        ("well-known", Words(("well", "known"))),
        ("and or not", Every((Words(("and",)), Words(("or",)), Words(("not",))))),
        ("ÉTÉ Straße", Every((Words(("ete",)), Words(("strasse",))))),
    ],
)
def test_what_a_query_means(text: str, meaning: Query) -> None:
    assert query(text) == meaning


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("a OR", "ends where a word is missing"),
        ("OR a", "missing before OR"),
        ("a AND AND b", "missing before AND"),
        ("(a", r"\( has no closing"),
        ("a)", r"\) has no opening"),
        ("()", r"missing before \)"),
        ('"a b', '" has no closing'),
        ("a & b", "& has no letter"),
        ("st*rm", "elsewhere than at the end"),
        ("*", "no letter"),
        ("-", "stands alone"),
        ("a - b", "stands alone"),
        ("-*", "no letter"),
        ("a " * 33, "at most 32 words"),
        ("a" * 501, "at most 500 characters"),
        ("(" * 9 + "a" + ")" * 9, "nested deeper"),
        ("NOT " * 9 + "a", "nested deeper"),
    ],
)
def test_what_is_no_query_is_told_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(BadQuery, match=told) as fault:
        query(text)
    assert str(fault.value).endswith(".")


@given(st.one_of(st.text(), st.text('ab"()*- ANDORNOT“”\0\ud800é', max_size=40)))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(BadQuery):
        assert isinstance(excluding(query(text)), bool)


@given(st.text(), st.text())
def test_folding_a_text_again_or_in_pieces_changes_nothing(text: str, other: str) -> None:
    assert folded(" ".join(folded(text))) == folded(text)
    assert folded(f"{text} {other}") == folded(text) + folded(other)


@pytest.mark.parametrize(("text", "so"), [("-a", True), ("a -b", False), ("a OR -b", True), ("-(a b)", True)])
def test_a_query_that_only_excludes_is_known(text: str, so: bool) -> None:
    assert excluding(query(text)) is so
