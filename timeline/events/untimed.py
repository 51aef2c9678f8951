"""Which clauses without an expression of time tell a happening all the same."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.frames import verb
from timeline.events.story import before_then
from timeline.model import Timex
from timeline.syntax.clauses import REPORTING, Clause, Kind, Sentence
from timeline.syntax.forms import AUXILIARY, BE, PARTICIPLE
from timeline.syntax.lexicon import VERB, role
from timeline.syntax.tokens import Token
from timeline.syntax.verbs import Group, Tense

_STATIC = role("stative", "static")
_PERSONS = role("persons", "pronouns")
_HABITS = role("habits")
_DO, _BEEN = role("do_past"), role("be_bare", "have_past")
_HAVE = role("have_present", "have_past")
_CURRENTLY, _VERB = role("lasting"), VERB | role("adverbs")
_PRESENT = "PRESENT_REF"


def tellable(sentence: Sentence, dated: set[int]) -> Iterator[int]:
    """Clauses by their place: what happened, or was said, in words of the article's own."""
    for index, clause in enumerate(sentence.clauses):
        if index in dated or clause.quoted or not (_stands_alone(sentence, clause) or _now(sentence, index)):
            continue
        if not clause.reports and _conditional(sentence, index):
            continue
        group = verb(sentence, clause)
        if group is not None and _happens(sentence, index, group) and not _lasts(sentence, index, group):
            yield index


def news(sentence: Sentence, index: int) -> bool:
    """What a timeline would miss: somebody, named in the clause, did something other than talk."""
    clause = sentence.clauses[index]
    told = verb(sentence, clause)
    own = [token for place, token in _own(sentence, index) if told is not None and place < told.first]
    named = bool(own) and not any(token.roles & _PERSONS for token in own)
    return named and told is not None and not told.roles & REPORTING and told.tense is not Tense.PRESENT


def _conditional(sentence: Sentence, index: int) -> bool:
    own = (other for other in sentence.clauses if other.parent == index and not other.quoted)
    return any(other.kind is Kind.CONDITIONAL for other in own)


def _stands_alone(sentence: Sentence, clause: Clause) -> bool:
    """A main clause, or what is said at the end to have been reported: "Two men drowned, police said"."""
    if clause.kind is Kind.MAIN:
        return True
    if clause.kind is not Kind.CONTENT or clause.parent is None:
        return False
    speaker = sentence.clauses[clause.parent]
    return speaker.kind is Kind.MAIN and speaker.first > clause.first


def _happens(sentence: Sentence, index: int, group: Group) -> bool:
    simple = group.first == group.last
    if group.tense is Tense.PRESENT:
        return simple and bool(group.roles & REPORTING or _now(sentence, index))
    if sentence.clauses[index].kind is Kind.ADVERBIAL:
        return False
    if group.tense is Tense.PROGRESSIVE:
        return True
    if group.tense not in (Tense.PAST, Tense.PERFECT) or before_then(group) or (group.roles & _STATIC and simple):
        return False
    if group.roles & (BE | _HAVE | _DO):
        last = sentence.tokens[group.last].roles
        return bool(last & PARTICIPLE and not last & _BEEN) or bool(group.roles & _DO and not simple)
    return not group.roles & AUXILIARY


def _own(sentence: Sentence, index: int) -> Iterator[tuple[int, Token]]:
    for place, owner in enumerate(sentence.owner):
        if owner == index and not sentence.tokens[place].quoted:
            yield place, sentence.tokens[place]


def _now(sentence: Sentence, index: int) -> bool:
    """ "currently", "now": a state of this day, where others have lasted for long."""
    if sentence.clauses[index].kind not in (Kind.MAIN, Kind.ADVERBIAL):
        return False
    own = [token for _, token in _own(sentence, index)]
    return any(token.roles & _CURRENTLY and not token.roles & _VERB for token in own) or any(
        token.timex is not None and token.timex.when.timex.value == _PRESENT for token in own
    )


def _lasts(sentence: Sentence, index: int, group: Group) -> bool:
    """What goes on for a stated time, or time and again, belongs to no day."""
    return any(
        token.roles & _HABITS or (token.timex is not None and _length(token.timex, after=place > group.last))
        for place, token in _own(sentence, index)
    )


def _length(timex: Timex, *, after: bool) -> bool:
    return timex.when.timex.type == "SET" or (after and timex.when.timex.type == "DURATION")
