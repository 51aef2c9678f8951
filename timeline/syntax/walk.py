"""The state of dividing a sentence into clauses, from left to right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from timeline.syntax.clauses import Clause, Kind
from timeline.syntax.lexicon import MARK, role
from timeline.syntax.tokens import Token
from timeline.syntax.verbs import Group

OPENER = role("conditionals", "yes_no", "questions", "relatives", "relative_places", "complementizers", "subordinators")
COORDINATOR = role("coordinators")
_EDGES = MARK | OPENER


class Walk:
    """The state of one walk: the clauses so far, who owns each token, and the clauses still open.

    ``groups`` are all finite verbs, ``turns`` the places where a quotation begins or ends.
    """

    __slots__ = (
        "_borders", "clauses", "closable", "dated", "groups", "joined", "next_group", "open", "owner", "tokens", "turns"
    )  # fmt: skip

    def __init__(self, tokens: Sequence[Token], groups: list[Group], turns: set[int]) -> None:
        self.tokens, self.groups, self.turns = tokens, groups, turns
        self.clauses = [Clause(Kind.MAIN, None, 0, quoted=tokens[0].quoted)]
        self.owner = [0] * len(tokens)
        self.open = [0]
        self.next_group = _next_groups(groups, len(tokens))
        self._borders: list[int] | None = None
        self.joined: set[int] = set()
        self.closable: set[int] = set()
        self.dated: set[int] = set()

    @property
    def top(self) -> Clause:
        return self.clauses[self.open[-1]]

    def verb_ahead(self, place: int) -> Group | None:
        """The finite verb of the clause that would begin after ``place``."""
        group = self.next_group[place + 1]
        return group if group is not None and group.first < self.border(place) else None

    def border(self, place: int) -> int:
        """The next place, itself excluded, where a clause may end or begin."""
        if self._borders is None:
            edges = [place for place, token in enumerate(self.tokens) if token.roles & _EDGES]
            self._borders = sorted({*edges, *self.turns, len(self.tokens)})
        return self._borders[bisect_right(self._borders, place)]

    def push(self, kind: Kind, place: int, opener: int = 0) -> None:
        """Opens a clause under the one that is open now."""
        before = self.tokens[place - 1] if place else None
        if before is None or before.word == "," or (place == 1 and before.roles & COORDINATOR):
            self.closable.add(len(self.clauses))
        clause = Clause(kind, self.open[-1], place, opener, quoted=self.tokens[place].quoted)
        clause.aside = bool((self.tokens[place].roles | (before.roles if before else 0)) & MARK)
        self.clauses.append(clause)
        self.open.append(len(self.clauses) - 1)

    def sibling(self, clause: Clause) -> None:
        """Goes on with a clause of the same rank as the one that is open now."""
        self.clauses.append(clause)
        self.open[-1] = len(self.clauses) - 1

    def speaker(self, place: int) -> None:
        """Opens a clause that reports all that was said before it: "…, officials said"."""
        new = len(self.clauses)
        for clause in self.clauses:
            if clause.parent is None:
                clause.parent, clause.kind = new, Kind.CONTENT
        self.clauses.append(Clause(Kind.MAIN, None, place))
        self.closable.add(new)
        self.open.append(new)

    def take(self, kind: Kind, first: int, end: int, owned: Sequence[Group] = ()) -> int:
        """Makes a clause of its own out of tokens of the open clause; ``end`` is exclusive."""
        top, new = self.open[-1], len(self.clauses)
        for place in range(first, end):
            if self.owner[place] == top:
                self.owner[place] = new
        for clause in reversed(self.clauses):
            if clause.first < first:
                break
            if clause.parent == top:
                clause.parent = new
        self.clauses.append(Clause(kind, top, first, groups=list(owned), quoted=self.tokens[first].quoted))
        return new


def _next_groups(found: list[Group], count: int) -> list[Group | None]:
    """For every token the first group that begins there or later."""
    following: list[Group | None] = []
    for group in found:
        following += [group] * (group.first + 1 - len(following))
    return following + [None] * (count + 1 - len(following))
