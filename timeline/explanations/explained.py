"""A resolved time with its explanation: a sentence for how it was worked out, and one for what was left open."""

from __future__ import annotations

from timeline.algebra.derivation import Derivation, Joined
from timeline.algebra.lengths import Period
from timeline.algebra.meaning import Every, Meaning, Modified, Reach
from timeline.algebra.notation import notation
from timeline.algebra.operators import Anchors, Story
from timeline.explanations.anchors import anchor, leaves
from timeline.explanations.lengths import length, reach
from timeline.explanations.names import day, interval
from timeline.explanations.steps import steps
from timeline.explanations.written import also
from timeline.model import When
from timeline.remembering import Remembering

_THIRDS = {"START": "first", "MID": "middle", "END": "last"}
_REMEMBERED = 2048


def explained(when: When) -> When:
    """With ``anchor`` and ``explanation``, unless it has its own, and without the derivation they were made of."""
    return when if when.derivation is None else _explained(when)


def _told_why(when: When) -> When:
    return When(
        interval=when.interval,
        granularity=when.granularity,
        timex=when.timex,
        text=when.text,
        approximate=when.approximate,
        offset=when.offset,
        anchor=when.anchor or counted_from(when.derivation),
        explanation=when.explanation or explanation(when),
    )


_explained = Remembering(_told_why, _REMEMBERED)
"""A time that comes again is one object."""


def counted_from(made: object) -> str | None:
    """The TIMEX3 value of the anchor; of a range that of its first end that has one."""
    if isinstance(made, Joined):
        return counted_from(made.first) or counted_from(made.last)
    if not isinstance(made, Derivation):
        return None
    found = anchor(made.meaning, made.anchors)
    return None if found is None else found.value


def meaning(when: When) -> str:
    """In the algebra's notation; empty where the derivation is not known (any more)."""
    return _meaning(when.derivation)


def _meaning(made: object) -> str:
    if isinstance(made, Joined):
        return " / ".join(filter(None, (_meaning(made.first), _meaning(made.last))))
    return notation(made.meaning) if isinstance(made, Derivation) else ""


def explanation(when: When) -> str:
    sentences = [_sentence("; ".join(told)) for told in _told(when, when.derivation) if told]
    return " ".join(dict.fromkeys(sentences))


def _told(when: When, made: object) -> list[list[str]]:
    if isinstance(made, Joined):
        first, last = (_told(when, one) for one in (made.first, made.last))
        return [*first, *last, [f"the range runs from the one to the other: {_interval(when)}"]]
    if not isinstance(made, Derivation):
        return []
    meaning, anchors = made.meaning, made.anchors
    return [_worked_out(meaning, anchors), _left(when, made), also(when, made), _story(meaning, anchors)]


def _worked_out(meaning: Meaning, anchors: Anchors) -> list[str]:
    if isinstance(meaning, Period):
        return length(meaning)
    if isinstance(meaning, Every):
        return ["it says how often something recurs, so it has no place on the calendar"]
    if isinstance(meaning, Reach):
        return [reach(meaning, anchors)]
    return steps(meaning.expression if isinstance(meaning, Modified) else meaning, anchors)


def _left(when: When, made: Derivation) -> list[str]:
    """What a modifier or a word before it leaves of the stretch."""
    told = []
    if isinstance(made.meaning, Modified):
        told.append(_modified(when, made.meaning))
    if made.opened:
        today = day(made.anchors.publication.start)
        told.append(f"“{made.opened}” opens it to the day of publication, {today}: {_interval(when)}")
    return told


def _modified(when: When, meaning: Modified) -> str:
    if meaning.mod not in _THIRDS:
        return (
            "the text says no more than about, so it is approximate"
            if meaning.mod == "APPROX"
            else (f"the text qualifies it ({meaning.mod})")
        )
    if meaning.deictic:
        way = "up to and with the day of publication" if meaning.mod == "START" else "from the day of publication on"
        return f"of it, what lies {way} is meant: {_interval(when)}"
    return f"of it, the {_THIRDS[meaning.mod]} third is meant: {_interval(when)}"


def _story(meaning: object, anchors: Anchors) -> list[str]:
    if anchors.narrative and any(isinstance(leaf, Story) for leaf in leaves(meaning)):
        return ["the text tells a story with dates of its own, so the day of publication does not count"]
    return []


def _interval(when: When) -> str:
    return "no place on the calendar" if when.interval is None else interval(when.interval, when.granularity)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + "."
