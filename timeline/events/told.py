"""A time expression with the words that tell what happened then."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from timeline.members import direct
from timeline.model import Timex, When
from timeline.syntax.clauses import Clause, Kind, Sentence
from timeline.syntax.tokens import Token
from timeline.syntax.verbs import Group


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
    ``timex`` is ``None`` where the clause has its time, ``when``, from the context; ``place`` is then the last token
    of its verb.
    """

    sentence: Sentence
    home: int
    place: int
    side: Side
    group: Group | None
    subject: Sequence[Token]
    verb: Sequence[Token]
    separately: bool
    clause: Clause
    when: When
    timex: Timex | None

    def token(self, offset: int) -> Token | None:
        """The token so many places after the time expression (before it, when negative)."""
        place = self.place + offset
        if self.timex is None:
            return None
        return self.sentence.tokens[place] if 0 <= place < len(self.sentence.tokens) else None

    def beside(self, offset: int, roles: int) -> bool:
        place, sentence = self.place + offset, self.sentence
        if self.timex is None or not sentence.roles & roles:
            return False
        return 0 <= place < len(sentence.tokens) and bool(sentence.tokens[place].roles & roles)

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
