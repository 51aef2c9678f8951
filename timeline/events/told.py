"""A time expression with the words that tell what happened then."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from timeline.members import direct
from timeline.model import Timex, When
from timeline.syntax.clauses import Clause, Kind, Sentence
from timeline.syntax.lexicon import NAME, NUMBER, TIMEX, role
from timeline.syntax.tagging import Token
from timeline.syntax.verbs import Group

_INFINITIVE = role("infinitive")
_COMPLEMENT = 2
_NOMINAL = TIMEX | NUMBER | NAME | role("determiners")


@direct
class Side(Enum):
    """Where an interval lies from the moment of publication."""

    PAST = auto()
    PRESENT = auto()
    FUTURE = auto()

    __hash__ = object.__hash__


class Told(NamedTuple):
    """``home`` is the clause's place in the sentence, ``place`` the token of the time expression.

    ``group`` is the finite verb that governs the expression (``None`` in a sentence without one), ``subject`` the
    clause's words before it, ``verb`` the verb and what follows up to the expression. ``separately``: an
    infinitive carries this time, and its verb has a time of its own ("agreed on Friday to meet on Monday").
    ``context`` is the time of a clause that has no expression; ``place`` is then the last token of its verb.
    """

    sentence: Sentence
    home: int
    place: int
    side: Side
    group: Group | None
    subject: Sequence[Token]
    verb: Sequence[Token]
    separately: bool
    context: When | None = None

    @property
    def clause(self) -> Clause:
        return self.sentence.clauses[self.home]

    @property
    def timex(self) -> Timex | None:
        return None if self.context else self.sentence.tokens[self.place].timex

    @property
    def when(self) -> When:
        when = self.timex.when if self.timex else self.context
        if when is None:
            raise ValueError(f"token {self.place} is no time expression, and the context gives none")
        return when

    def token(self, offset: int) -> Token | None:
        """The token so many places after the time expression (before it, when negative)."""
        place = self.place + offset
        if self.context is not None:
            return None
        return self.sentence.tokens[place] if 0 <= place < len(self.sentence.tokens) else None

    def beside(self, offset: int, roles: int) -> bool:
        token = self.token(offset)
        return token is not None and bool(token.roles & roles)

    def cue(self, roles: int, *, subject: bool = False) -> Token | None:
        """The first word with one of these roles from the verb on, or from the subject on."""
        for token in (*self.subject, *self.verb) if subject else self.verb:
            if token.roles & roles:
                return token
        return None

    def governors(self) -> list[Clause]:
        """The clauses above, from near to far, as long as each is the content of the next."""
        found: list[Clause] = []
        clause = self.clause
        while clause.parent is not None and clause.kind in (Kind.CONTENT, Kind.QUESTION):
            clause = self.sentence.clauses[clause.parent]
            found.append(clause)
        return found


def told(sentence: Sentence, place: int, side: Side) -> Told:
    """The reading frame for the time expression at token ``place``."""
    index = sentence.owner[place]
    clause = sentence.clauses[index]
    before = [group for group in clause.groups if group.first < place]
    after = [group for group in clause.groups if group.first > place]
    group = before[-1] if before else after[0] if after else None
    if group is None:
        return Told(sentence, index, place, side, None, (), _owned(sentence, index, 0, place), separately=False)
    start = before[-2].last + 1 if len(before) > 1 else clause.first + clause.opener
    end = place if before else after[1].first if len(after) > 1 else len(sentence.tokens)
    subject = _owned(sentence, index, start, group.first)
    verb = _owned(sentence, index, group.first, end)
    return Told(sentence, index, place, side, *_shared(sentence, clause, group, subject, verb), _separately(verb))


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
    return Told(sentence, index, group.last, side, *shared, separately=False, context=context)


def _owned(sentence: Sentence, index: int, start: int, end: int) -> list[Token]:
    owner, tokens = sentence.owner, sentence.tokens
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
