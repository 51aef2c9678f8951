"""The clauses of a sentence: which words belong together under one finite verb, and what governs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from timeline.members import direct
from timeline.syntax.lexicon import role
from timeline.syntax.tokens import Token
from timeline.syntax.verbs import Group


@direct
class Kind(Enum):
    MAIN = auto()
    CONTENT = auto()
    QUESTION = auto()
    RELATIVE = auto()
    REDUCED = auto()
    ADVERBIAL = auto()
    CONDITIONAL = auto()

    __hash__ = object.__hash__


@dataclass(slots=True)
class Clause:
    """``parent`` is the clause that governs this one, by its place in the sentence's list; ``first`` is the
    token at which it begins; ``opener`` how many tokens (none, or one conjunction) merely open it;
    ``shares`` the clause whose subject it has in common ("… and was charged"); ``aside`` says that a mark parts
    it from what stands before."""

    kind: Kind
    parent: int | None
    first: int
    opener: int = 0
    shares: int | None = None
    groups: list[Group] = field(default_factory=list)
    quoted: bool = False
    aside: bool = False

    @property
    def needed(self) -> bool:
        """Whether the clause above makes no sense without this one: what was said, or who is meant."""
        kind = self.kind
        complement = kind is Kind.CONTENT or kind is Kind.QUESTION
        return complement or ((kind is Kind.RELATIVE or kind is Kind.REDUCED) and not self.aside)

    @property
    def reports(self) -> bool:
        return any(group.roles & REPORTING for group in self.groups)


class Sentence(NamedTuple):
    """``owner`` gives for each token the place of its clause in ``clauses``; ``roles`` are those of all tokens."""

    tokens: Sequence[Token]
    owner: Sequence[int]
    clauses: Sequence[Clause]
    roles: int

    def above(self, clause: int) -> list[int]:
        """What governs a clause, from near to far."""
        found: list[int] = []
        parent = self.clauses[clause].parent
        while parent is not None:
            found.append(parent)
            parent = self.clauses[parent].parent
        return found

    def below(self, clause: int, *, asides: bool = True) -> set[int]:
        """A clause and all that it governs, or only what it cannot be told without."""
        if len(self.clauses) == 1:
            return {clause}
        children: dict[int | None, list[int]] = {}
        for place, other in enumerate(self.clauses):
            if asides or other.needed:
                children.setdefault(other.parent, []).append(place)
        found, waiting = {clause}, [clause]
        while waiting:
            below = [child for child in children.get(waiting.pop(), ()) if child not in found]
            found.update(below)
            waiting += below
        return found


REPORTING = role("reporting")
