"""The pattern language of rules, and its expansion into plain sequences of steps.

``{slot}`` or ``{slot:parameter}`` takes a word table, a number shape or a phrase; other letters are literal words.
``?`` makes the element before it optional, ``(a|b c)`` chooses. What stands between two elements says how the
words must be joined: a space is white space or a hyphen, ``-`` a dash, ``+`` white space, ``~`` white space, a
hyphen or nothing, ``, `` a comma, ``,? `` a comma or not, ``/ : . '`` themselves, ``’`` a space and the apostrophe
of what is cut short ('69), nothing means written together.
Words in ``<>`` at the beginning or the end must stand there and are not part of the expression: ``<am> {part}``,
``the year <ended|ending>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.grammar.steps import JOINS, Sequence, Step

_LEAD = re.compile(r"<([^<>]+)>(?=[ ~,+-])")
_TRAIL = re.compile(r"(?<=[ ~,+-])<([^<>]+)>$")
_LEXEME = re.compile(
    r"(?P<slot>\{(?P<name>\w+)(?::(?P<parameter>\w+))?\})|(?P<word>\w+)|(?P<open>\()|(?P<close>\))"
    r"|(?P<bar>\|)|(?P<maybe>\?)|(?P<join>,\? |, |[ +~/:.'’,-])"
)

_Partial = tuple[Sequence, str]
"""Steps so far, and a join that waits for the next one."""


class BadPattern(ValueError):
    """The pattern cannot be read; says where."""


def sequences(pattern: str) -> tuple[Sequence, ...]:
    """Every plain sequence that the pattern stands for, in the order of its choices."""
    if lead := _LEAD.match(pattern):
        return tuple(_led(head, tail) for head in sequences(lead[1]) for tail in sequences("x" + pattern[lead.end() :]))
    if trail := _TRAIL.search(pattern):
        heads = sequences(pattern[: trail.start()] + "x")
        return tuple(_trailed(head, tail) for head in heads for tail in sequences(trail[1]))
    lexemes = list(_lexemes(pattern))
    found, rest = _alternatives(lexemes, 0, pattern)
    if rest != len(lexemes):
        raise BadPattern(f"unmatched ')' in {pattern!r}")
    if any(not steps for steps, _ in found):
        raise BadPattern(f"{pattern!r} matches nothing at all")
    return tuple(dict.fromkeys(steps for steps, _ in found))


def _led(head: Sequence, tail: Sequence) -> Sequence:
    """The lead's words before the rest, whose first step only holds the place of the lead."""
    return (*(step._replace(leads=True) for step in head), *tail[1:])


def _trailed(head: Sequence, tail: Sequence) -> Sequence:
    """The trail's words behind the rest, whose last step only holds the place of the trail and how it is joined."""
    first = tail[0]._replace(joins=head[-1].joins)
    return (*head[:-1], *(step._replace(trails=True) for step in (first, *tail[1:])))


def _lexemes(pattern: str) -> Iterator[re.Match[str]]:
    place = 0
    while place < len(pattern):
        lexeme = _LEXEME.match(pattern, place)
        if lexeme is None:
            raise BadPattern(f"cannot read {pattern[place:]!r} in {pattern!r}")
        yield lexeme
        place = lexeme.end()


def _alternatives(lexemes: list[re.Match[str]], place: int, pattern: str) -> tuple[list[_Partial], int]:
    found: list[_Partial] = []
    while True:
        branch, place = _branch(lexemes, place, pattern)
        found += branch
        if place == len(lexemes) or lexemes[place].lastgroup != "bar":
            return found, place
        place += 1


def _branch(lexemes: list[re.Match[str]], place: int, pattern: str) -> tuple[list[_Partial], int]:
    found: list[_Partial] = [((), "")]
    while place < len(lexemes) and lexemes[place].lastgroup not in ("bar", "close"):
        lexeme = lexemes[place]
        place += 1
        if lexeme.lastgroup == "join":
            found = [(steps, _pending(before, lexeme[0])) for steps, before in found]
            continue
        element, place = _element(lexeme, lexemes, place, pattern)
        if place < len(lexemes) and lexemes[place].lastgroup == "maybe":
            element = [*element, ((), "")]
            place += 1
        found = [_joined(head, tail) for head in found for tail in element]
    return found, place


def _element(
    lexeme: re.Match[str], lexemes: list[re.Match[str]], place: int, pattern: str
) -> tuple[list[_Partial], int]:
    if lexeme["word"]:
        return [((Step(JOINS[""], word=lexeme["word"].lower()),), "")], place
    if lexeme["slot"]:
        name = lexeme["name"]
        return [((Step(JOINS[""], slot=name, parameter=lexeme["parameter"] or name),), "")], place
    if not lexeme["open"]:
        raise BadPattern(f"misplaced {lexeme[0]!r} in {pattern!r}")
    inner, place = _alternatives(lexemes, place, pattern)
    if place == len(lexemes):
        raise BadPattern(f"unclosed '(' in {pattern!r}")
    return inner, place + 1


def _pending(before: str, join: str) -> str:
    """A comma at the end of a group and the space behind it are one join."""
    return before + join if before + join in JOINS else join


def _joined(head: _Partial, tail: _Partial) -> _Partial:
    """Both in a row; a join still pending goes to the tail's first step, or stays where the tail is empty."""
    steps, pending = head
    more, after = tail
    if not more:
        return steps, after or pending
    if pending:
        first = more[0]
        more = (Step(JOINS[pending], first.word, first.slot, first.parameter), *more[1:])
    return steps + more, after
