"""Which words of a sentence tell of one time: the verb that governs it, that verb's subject, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.told import Side, Told
from timeline.model import Timex, When
from timeline.syntax.clauses import Clause, Sentence
from timeline.syntax.lexicon import NAME, NUMBER, TIMEX, role
from timeline.syntax.tokens import Token
from timeline.syntax.verbs import Group

_INFINITIVE = role("infinitive")
_COMPLEMENT = 2
_NOMINAL = TIMEX | NUMBER | NAME | role("determiners")


def told(sentence: Sentence, place: int, timex: Timex, side: Side) -> Told:
    """The reading frame for the time expression at token ``place``."""
    index = sentence.owner[place]
    clause = sentence.clauses[index]
    before = [group for group in clause.groups if group.first < place]
    after = [group for group in clause.groups if group.first > place]
    group = before[-1] if before else after[0] if after else None
    if group is None:
        words = _owned(sentence, index, 0, place)
        return Told(sentence, index, place, side, None, (), words, False, clause, timex.when, timex)
    start = before[-2].last + 1 if len(before) > 1 else clause.first + clause.opener
    end = place if before else after[1].first if len(after) > 1 else len(sentence.tokens)
    subject = _owned(sentence, index, start, group.first)
    verb = _owned(sentence, index, group.first, end)
    shared = _shared(sentence, clause, group, subject, verb)
    separately = bool(sentence.roles & _INFINITIVE) and _separately(verb)
    return Told(sentence, index, place, side, *shared, separately, clause, timex.when, timex)


def verb(sentence: Sentence, clause: Clause) -> Group | None:
    """The verb that tells what a clause is about: its first outside quotation marks."""
    return next((group for group in clause.groups if not sentence.tokens[group.first].quoted), None)


def untimed(sentence: Sentence, index: int, side: Side, context: When) -> Told:
    """The reading frame for a clause whose verb has its time from the context."""
    clause = sentence.clauses[index]
    group = verb(sentence, clause)
    if group is None:
        raise ValueError(f"clause {index} has no verb of its own")
    subject = _owned(sentence, index, clause.first + clause.opener, group.first)
    end = min(group.last + 1 + _COMPLEMENT, len(sentence.tokens))
    shared = _shared(sentence, clause, group, subject, _owned(sentence, index, group.first, end))
    return Told(sentence, index, group.last, side, *shared, False, clause, context, None)


def _owned(sentence: Sentence, index: int, start: int, end: int) -> list[Token]:
    owner, tokens = sentence.owner, sentence.tokens
    if len(sentence.clauses) == 1:
        return list(tokens[start:end])
    return [tokens[place] for place in range(start, end) if owner[place] == index]


def _shared(
    sentence: Sentence, clause: Clause, group: Group, subject: list[Token], verb: list[Token]
) -> tuple[Group, list[Token], list[Token]]:
    """A bare participle takes the auxiliaries of the verb it is coordinated with."""
    if clause.shares is None or not group.bare:
        return group, subject, verb
    helper = first_of(sentence, clause).groups[-1]
    if helper.bare or helper.first == helper.last:
        return group, subject, verb
    helping = list(sentence.tokens[helper.first : helper.last])
    return group._replace(roles=group.roles | helper.roles, tense=helper.tense), subject, helping + verb


def first_of(sentence: Sentence, clause: Clause) -> Clause:
    """Of clauses with a subject in common the one that names it."""
    while (shared := clause.shares) is not None:
        clause = sentence.clauses[shared]
    return clause


def _separately(verb: Sequence[Token]) -> bool:
    dated = False
    for token, following in pairwise(verb):
        dated = dated or bool(token.roles & TIMEX)
        if dated and token.roles & _INFINITIVE and not following.roles & _NOMINAL:
            return True
    return False
