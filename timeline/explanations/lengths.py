"""How long a time lasts, or how far it reaches, where nothing else places it."""

from __future__ import annotations

from timeline.algebra.lengths import Period
from timeline.algebra.meaning import Reach
from timeline.algebra.operators import Anchors
from timeline.explanations.names import counted, stretch

_HEDGES = {
    "APPROX": "about as long",
    "MORE_THAN": "longer than that",
    "LESS_THAN": "less long than that",
    "EQUAL_OR_MORE": "as long or longer",
    "EQUAL_OR_LESS": "as long or less long",
}


def length(meaning: Period) -> list[str]:
    told = ["it is a length of time, and nothing places it on the calendar"]
    if meaning.count is None:
        return [*told, "nobody counted it"]
    return [*told, f"the text says {_HEDGES[meaning.mod]}"] if meaning.mod in _HEDGES else told


def reach(meaning: Reach, anchors: Anchors) -> str:
    first = "" if meaning.start is None else f" from {_days(meaning.start)}"
    last = "" if meaning.end is None else f" to {_days(meaning.end - 1)}"
    start = f"counted from the day of publication, {stretch(anchors.publication)}"
    if not meaning.approximate:
        return f"{start}, it reaches{first}{last}"
    if not first and not last:
        return f"{start}, it has no bounds that anybody could tell"
    return f"{start}, it is taken to reach{first}{last}, by the policy for vague words"


def _days(count: int) -> str:
    if count == 0:
        return "that day"
    return f"{counted(abs(count), 'day')} {'before' if count < 0 else 'after'} it"
