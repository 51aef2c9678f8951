"""Runs of words with capitals, which may be names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.syntax.cues import Cues
from timeline.syntax.lexicon import NAME, TIMEX, role
from timeline.syntax.tokens import Token

_SMALL = role(
    "determiners", "pronouns", "prepositions", "coordinators", "subordinators", "relatives", "questions", "yes_no",
    "conditionals", "complementizers", "negations", "negative_determiners", "be_past", "be_present", "adverbs",
)  # fmt: skip
_NO_NAME = _SMALL | TIMEX
_OF = role("attributive")


class Run(NamedTuple):
    """Tokens ``first`` to ``last``, both inclusive."""

    first: int
    last: int
    name: str


def runs_of(tokens: Sequence[Token], own: Sequence[int], text: str, cues: Cues) -> Iterator[Run]:
    run: list[int] = []
    for place in [place for place in own if tokens[place].roles & (NAME | _OF)]:
        token = tokens[place]
        roles = token.roles
        named = roles & NAME and not roles & _NO_NAME
        named = named or (roles & _OF and _joins(tokens, place, cues))
        if run and (not named or place != run[-1] + 1 or not _near(tokens[run[-1]], token, text, cues)):
            yield Run(run[0], run[-1], _written(tokens, run, text))
            run = []
        if named:
            run.append(place)
    if run:
        yield Run(run[0], run[-1], _written(tokens, run, text))


def _joins(tokens: Sequence[Token], place: int, cues: Cues) -> bool:
    """ "Bank of Ellery"."""
    if not 0 < place < len(tokens) - 1:
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    return before.word in cues.organisations and bool(before.roles & after.roles & NAME)


def _near(one: Token, following: Token, text: str, cues: Cues) -> bool:
    gap = text[one.end : following.start]
    return gap == " " or (gap == ". " and (len(one.word) == 1 or one.word in cues.abbreviations))


def _written(tokens: Sequence[Token], run: Sequence[int], text: str) -> str:
    end = tokens[run[-1]].end
    dotted = "." in text[tokens[run[-1]].start : end] and text[end : end + 1] == "."
    return text[tokens[run[0]].start : end + dotted].replace(" - ", "-").removesuffix("'s").removesuffix("’s")
