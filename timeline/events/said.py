"""A line for what somebody said, when all of it is too long."""

from __future__ import annotations

from timeline.events.cutting import LONGEST, cut
from timeline.events.standins import wording as wording_of
from timeline.events.subjects import subject
from timeline.events.told import Told
from timeline.events.wording import finished, worded
from timeline.syntax.clauses import Clause, Kind, Sentence
from timeline.syntax.cues import Cues
from timeline.syntax.verbs import Tense

_FACTS = frozenset({Tense.PAST, Tense.PERFECT, Tense.PRESENT, Tense.PROGRESSIVE})
_AFTER = 2


def reported_line(told: Told, top: int, text: str, cues: Cues) -> tuple[str, list[int]] | None:
    """Who said what, without where and to whom; where that is too long and what was said is a fact, that alone.

    ``None`` where nothing was reported, or where its verb would be lost.
    """
    sentence, clause = told.sentence, told.sentence.clauses[top]
    content = _content(sentence, top)
    places = subject(sentence, clause)
    if not places or places[-1] < clause.groups[0].first - 2:
        return None
    if content is None or len(clause.groups) != 1 or not clause.reports or clause.quoted:
        return None
    group, inner = clause.groups[0], sentence.clauses[content]
    said = _tokens(sentence, content)
    who = [*places, *range(group.first, group.last + 1)]
    verb = inner.groups[0]
    for index, line in ((top, who + said), (content, said[inner.opener :])):
        wording = wording_of(told, index, text, cues)
        kept = cut(wording, sentence, line, cues)
        if verb.last in kept[:-_AFTER] and (index == top or verb.tense in _FACTS):
            return finished(worded(wording, kept), LONGEST), kept if told.home != top else []
    return None


def _content(sentence: Sentence, top: int) -> int | None:
    """The first clause that the verb reports."""
    own = (place for place, clause in enumerate(sentence.clauses) if clause.parent == top and _told(clause))
    first = next(own, None)
    return first if first is not None and sentence.clauses[first].first > sentence.clauses[top].first else None


def _told(clause: Clause) -> bool:
    return clause.kind is Kind.CONTENT and bool(clause.groups) and not clause.quoted


def _tokens(sentence: Sentence, index: int) -> list[int]:
    below = sentence.below(index, asides=False)
    return [place for place, owner in enumerate(sentence.owner) if owner in below]
