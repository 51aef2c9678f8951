"""Who and where: the names in a happening's own words, as written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.capitals import Run, runs_of
from timeline.events.elsewhere import inside
from timeline.events.subjects import antecedent, subject
from timeline.events.told import Told
from timeline.syntax.clauses import Kind
from timeline.syntax.cues import Cues
from timeline.syntax.lexicon import MARK, NAME, TIMEX, role
from timeline.syntax.tokens import Token

_POSSESSIVE, _LEADS = role("possessives"), role("place_leads")
_PREPOSITIONS = role("prepositions")
_ENDS = MARK | TIMEX | role(
    "prepositions", "coordinators", "subordinators", "relatives", "adverbs", "will", "would", "must", "may", "be_past",
    "be_present", "have_present", "have_past", "preterites", "relative_places", "conditionals", "infinitive"
)  # fmt: skip
_DASHES = frozenset("-–—")
_LONGEST = 8


class Names(NamedTuple):
    participants: tuple[str, ...]
    places: tuple[str, ...]


def names(told: Told, text: str, cues: Cues) -> Names:
    """Each name once, without those that another contains; none for a language in which capitals tell nothing."""
    if not cues.place_leads:
        return Names((), ())
    tokens = told.sentence.tokens
    runs = [run for run in runs_of(tokens, _own(told), text, cues) if _is_name(run, tokens, text, cues)]
    here = [run for run in runs if _is_place(run, tokens, cues)]
    if here:
        here += [run for run in runs if any(_completes(place, run, tokens) for place in here) and run not in here]
    places = _whole([run.name for run in runs if run in here])
    return Names(_whole([run.name for run in runs if run not in here and run.name not in places]), places)


def _own(told: Told) -> list[int]:
    """The clause, what it governs, and the noun or subject that it belongs to."""
    sentence, clause = told.sentence, told.clause
    if len(sentence.clauses) == 1:
        return list(range(len(sentence.tokens)))
    owners = sentence.below(told.home)
    found = {place for place, owner in enumerate(sentence.owner) if owner in owners}
    if clause.kind in (Kind.RELATIVE, Kind.REDUCED):
        found.update(antecedent(sentence, clause))
    if clause.shares is not None and sentence.clauses[clause.shares].groups:
        found.update(subject(sentence, sentence.clauses[clause.shares]))
    if not sentence.clauses[0].groups:
        found.update(_dateline(sentence.tokens))
    return sorted(found)


def _dateline(tokens: Sequence[Token]) -> list[int]:
    """ "PORT ELLERY (Reuters) —" before the first sentence."""
    start = tokens[:_LONGEST]
    if not any(token.word in _DASHES for token in start):
        return []
    return list(range(next(place for place, token in enumerate(start) if token.word in _DASHES or token.word == "(")))


def _is_name(run: Run, tokens: Sequence[Token], text: str, cues: Cues) -> bool:
    """Not a title or a nationality alone, and not a word that has its capital from the beginning of the sentence."""
    words = run.name.lower().replace(".", "").split()
    if all(word in cues.honorifics or word in cues.demonyms for word in words) or len(run.name) < 2:
        return False
    if run.first and tokens[run.first - 1].word == "(" and run.name.isupper():
        return False
    opens = run.first == 0 or (tokens[run.first - 1].roles & MARK and tokens[run.first - 1].word not in {",", "("})
    if not opens or len(words) > 1:
        return True
    return not tokens[run.first].roles & ~NAME and inside(run.name, text)


def _is_place(run: Run, tokens: Sequence[Token], cues: Cues) -> bool:
    words = run.name.lower().split()
    before = tokens[run.first - 1] if run.first else None
    after = tokens[run.last + 1] if run.last + 1 < len(tokens) else None
    if words[-1] in cues.organisations or words[0] in cues.honorifics:
        return False
    if len(words) > 1 and (words[-1] in cues.place_kinds or words[0] in cues.place_heads):
        return True
    if after is not None and (after.roles & _POSSESSIVE or not after.roles & _ENDS):
        return False
    if run.first == 0 and after is not None and (after.word in _DASHES or after.word == "("):
        return True
    if run.name.lower() in cues.countries:
        return before is not None and bool(before.roles & _PREPOSITIONS)
    held = run.first > 1 and tokens[run.first - 2].word in cues.holdings
    return before is not None and bool(before.roles & _LEADS) and not held and not run.name.isupper()


def _completes(place: Run, run: Run, tokens: Sequence[Token]) -> bool:
    """ "in Cupertino, California"."""
    return run.first == place.last + 2 and tokens[place.last + 1].word == "," and place.first != 0


def _whole(found: Sequence[str]) -> tuple[str, ...]:
    distinct = dict.fromkeys(found)
    if len(distinct) < 2:
        return tuple(distinct)
    longer = [f" {other} " for other in distinct]
    return tuple(name for name in distinct if sum(f" {name} " in other for other in longer) == 1)
