"""Makes a line that is too long fit, at a joint of the sentence."""

from __future__ import annotations

from timeline.events.cues import Cues
from timeline.events.wording import Wording, length, size, worded
from timeline.syntax.clauses import Sentence
from timeline.syntax.lexicon import CLOSING, MARK, TIMEX, role

_LEAST = 4
_JOINTS = role(
    "prepositions", "relatives", "relative_places", "questions", "subordinators", "complementizers", "conditionals"
)
_BREAKS = MARK | role("coordinators") | _JOINTS
_OCCASIONS = role("occasions")


def occasion_last(sentence: Sentence, top: int, places: list[int], wording: Wording) -> str | None:
    """ "At a meeting with …, the board voted" as "The board voted at a meeting"; ``None`` if it begins otherwise."""
    groups = sentence.clauses[top].groups
    if not places or not groups or not sentence.tokens[places[0]].roles & _OCCASIONS:
        return None
    ahead = [here for here, place in enumerate(places) if place < groups[0].first]
    commas = [here for here in ahead if sentence.tokens[places[here]].word == ","]
    if not commas:
        return None
    lead = places[: commas[-1]]
    end = next((h for h, p in enumerate(lead) if h > 1 and sentence.tokens[p].roles & (_BREAKS | TIMEX)), len(lead))
    occasion = worded(wording, lead[:end])
    return f"{worded(wording, places[commas[-1] + 1 :])} {occasion[:1].lower()}{occasion[1:]}"


def cut(sentence: Sentence, places: list[int], wording: Wording, cues: Cues, longest: int) -> list[int]:
    """The longest beginning that fits and ends before a joint; failing that, the words that fit."""
    tokens = sentence.tokens
    room, fits = longest - length(wording, ()), 0
    while fits < len(places) and (room := room - size(wording, places[fits])) >= 0:
        fits += 1
    if fits == len(places):
        return places
    joints = [here for here in range(_LEAST, fits + 1) if here < len(places) and tokens[places[here]].roles & _JOINTS]
    return _tied(sentence, places[: joints[-1]] if joints else places[:fits], cues)


def _tied(sentence: Sentence, places: list[int], cues: Cues) -> list[int]:
    """Takes away words at the end that lead on to something that is no longer there."""
    end = len(places)
    while end > _LEAST:
        token = sentence.tokens[places[end - 1]]
        if token.roles & CLOSING or not (token.roles & MARK or token.word in cues.loose_ends):
            break
        end -= 1
    return places[:end]
