"""From a language's tables and patterns to the tree that the matcher walks, with the checks made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from timeline.grammar.checks import check_hot, firsts_of, hot_words
from timeline.grammar.matching import Entry, Matcher
from timeline.grammar.seams import Seams
from timeline.grammar.spread import TOP, WORD_KEY, Sequences, everything_of, surface_of
from timeline.grammar.steps import Sequence, Step
from timeline.grammar.tree import End, Node, classes

if TYPE_CHECKING:
    from timeline.grammar.rules import Grammar, Rule


def compiled(grammar: Grammar) -> Matcher:
    """Raises ``BadGrammar`` for a slot nobody defines, a phrase that contains itself, a rule nothing would find."""
    everything = everything_of(grammar)
    firsts = firsts_of(grammar, everything)
    check_hot(grammar, everything)
    vocabulary = _vocabulary(grammar, everything)
    roots = {name: _tree(grammar, rows) for name, rows in everything.items()}
    return Matcher(roots, firsts, vocabulary, _dotted(grammar), TOP, Seams(everything, firsts))


def _vocabulary(grammar: Grammar, everything: Sequences) -> dict[str, Entry]:
    plain: dict[str, list[tuple[str, object]]] = {}
    capital: dict[str, list[tuple[str, object]]] = {}
    hot = hot_words(grammar)
    for sequence in _all(everything):
        for step in sequence:
            if step.word is not None and not step.word.isdigit():
                key = (WORD_KEY + step.word, None)
                if key not in plain.setdefault(step.word, []):
                    plain[step.word].append(key)
    for name, table in grammar.tables.items():
        for surface, value in table.items():
            steps = surface_of(surface)
            if len(steps) == 1 and steps[0].word is not None:
                (capital if surface[0].isupper() else plain).setdefault(steps[0].word, []).append((name, value))
    return {
        word: Entry(
            classes(plain.get(word, [])),
            classes(plain.get(word, []) + capital[word] if word in capital else []),
            word in hot,
        )
        for word in plain.keys() | capital.keys()
    }


def _all(everything: Sequences) -> Iterator[Sequence]:
    for rows in everything.values():
        for sequence, _, _ in rows:
            yield sequence


def _tree(grammar: Grammar, rows: list[tuple[Sequence, Rule | None, object]]) -> Node:
    root = Node()
    rank = count()
    for sequence, rule, value in rows:
        node, parameters = root, []
        for step in sequence:
            node = _step(grammar, node, step)
            parameters += [step.parameter] if step.slot and step.parameter else []
        make = rule.make if rule is not None else _constant(value)
        keep = rule is not None and not rule.name.endswith("look-alike")
        leads, trails = sum([step.leads for step in sequence]), sum([step.trails for step in sequence])
        name, slots = rule.name if rule else "", tuple(parameters)
        node.ends.append(End(next(rank), name, make, slots, keep, leads, trails, _order(make, slots)))
    return root


def _order(make: Callable[..., object], slots: tuple[str, ...]) -> tuple[int, ...] | None:
    """The slots in the order of the maker's first parameters, where they are those."""
    names = make.__code__.co_varnames[: make.__code__.co_argcount][: len(slots)]
    return tuple(slots.index(name) for name in names) if sorted(slots) == sorted(names) else None


def _constant(value: object) -> Callable[[], object]:
    return lambda: value


def _step(grammar: Grammar, node: Node, step: Step) -> Node:
    """The node after this step: one, shared by both edges where a slot is a word table and a phrase."""
    key = WORD_KEY + step.word if step.word is not None else step.slot or ""
    for joins, then, _ in node.edges.get(key, ()):
        if joins == step.joins:
            return then
    then = Node()
    node.edges.setdefault(key, []).append((step.joins, then, step.slot is not None))
    if step.slot is not None and _is_phrase(grammar, step.slot):
        node.phrases.append((step.slot, step.joins, then))
    return then


def _is_phrase(grammar: Grammar, slot: str) -> bool:
    return slot in grammar.phrases or any(len(surface_of(s)) > 1 for s in grammar.tables.get(slot, ()))


def _dotted(grammar: Grammar) -> frozenset[str]:
    tables = grammar.tables.values()
    days = frozenset(str(day) for day in range(1, 32)) if grammar.ordinal_dots else frozenset()
    return days | {surface_of(s)[-1].word or "" for table in tables for s in table if s.endswith(".")}
