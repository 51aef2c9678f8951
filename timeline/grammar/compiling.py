"""From a language's tables and patterns to the tree that the matcher walks, with the checks made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from timeline.grammar.matching import Entry, Matcher
from timeline.grammar.patterns import JOINS, Sequence, Step, sequences
from timeline.grammar.shapes import SHAPES
from timeline.grammar.tokens import WORD, join
from timeline.grammar.tree import Classes, End, Node

if TYPE_CHECKING:
    from timeline.grammar.rules import Grammar, Rule

TOP = "timex"
WORD_KEY = "'"
HOT_SHAPES = ("year", "minute", "month2", "day2", "hhmm", "year2")
Sequences = dict[str, list[tuple[Sequence, "Rule | None", object]]]


def compiled(grammar: Grammar) -> Matcher:
    """Raises ``BadGrammar`` for a slot nobody defines, a phrase that contains itself, a rule nothing would find."""
    everything = _everything(grammar)
    firsts = _firsts(grammar, everything)
    _check_hot(grammar, everything)
    vocabulary = _vocabulary(grammar, everything)
    roots = {name: _tree(grammar, rows) for name, rows in everything.items()}
    return Matcher(roots, firsts, vocabulary, _dotted(grammar), TOP)


def _everything(grammar: Grammar) -> Sequences:
    """Each phrase's sequences; a table's entries of several words become a phrase of the table's name."""
    rows: Sequences = {TOP: []}
    for rule in [*grammar.look_alikes, *grammar.rules]:
        rows[TOP] += [(sequence, rule, None) for sequence in sequences(rule.pattern)]
    for name, rules in grammar.phrases.items():
        rows[name] = [(sequence, rule, None) for rule in rules for sequence in sequences(rule.pattern)]
    for name, table in grammar.tables.items():
        long = [(_surface(surface), None, value) for surface, value in table.items() if len(_surface(surface)) > 1]
        if long:
            rows.setdefault(name, []).extend(long)
    return rows


def _surface(surface: str) -> Sequence:
    """A word-table entry as literal steps, joined as it is written."""
    steps: list[Step] = []
    last = 0
    for match in WORD.finditer(surface):
        gap = join(surface[last : match.start()])
        steps.append(Step(JOINS.get(gap, frozenset([gap])), word=match[0].lower()))
        last = match.end()
    return tuple(steps)


def _firsts(grammar: Grammar, everything: Sequences) -> dict[str, frozenset[str]]:
    """The keys with which each phrase can begin; finds phrases that contain themselves on the way."""
    done: dict[str, frozenset[str]] = {}

    def first(name: str, within: tuple[str, ...]) -> frozenset[str]:
        if name in within:
            raise _bad(grammar, f"the phrase {name!r} contains itself: {' > '.join((*within, name))}")
        if name not in done:
            found: set[str] = set()
            for sequence, _, _ in everything[name]:
                for number, step in enumerate(sequence):
                    keys = step_keys(step)
                    found |= keys if number == 0 else set()
                    if step.slot in everything:
                        inner = first(step.slot, (*within, name))
                        found |= inner if number == 0 else set()
                    elif step.slot and step.slot not in grammar.tables and step.slot not in SHAPES:
                        raise _bad(grammar, f"nothing defines the slot {{{step.slot}}} of {name!r}")
            done[name] = frozenset(found)
        return done[name]

    for name in everything:
        first(name, ())
    return done


def step_keys(step: Step) -> set[str]:
    return {WORD_KEY + step.word} if step.word is not None else {step.slot or ""}


def _hot_words(grammar: Grammar) -> frozenset[str]:
    """The words of hot tables; of an entry of several words, its longest one."""
    surfaces = [s for name, table in grammar.tables.items() if name not in grammar.cold for s in table]
    return frozenset(max((step.word or "" for step in _surface(s)), key=len) for s in surfaces)


def _check_hot(grammar: Grammar, everything: Sequences) -> None:
    """Every way of matching a rule must hold a hot word or number, or the scan would never look there."""
    words = _hot_words(grammar)

    def hot(step: Step) -> bool:
        if step.slot is None:
            return step.word in words
        if step.slot in SHAPES:
            return step.slot in HOT_SHAPES
        if step.slot in grammar.tables and step.slot not in grammar.cold:
            return True
        rows = everything.get(step.slot, [])
        return bool(rows) and all(any(map(hot, sequence)) for sequence, _, _ in rows)

    for sequence, rule, _ in everything[TOP]:
        if rule is not None and not any(map(hot, sequence)):
            raise _bad(grammar, f"{rule.name} {rule.pattern!r} holds no hot word: put one into a hot table")


def _vocabulary(grammar: Grammar, everything: Sequences) -> dict[str, Entry]:
    plain: dict[str, list[tuple[str, object]]] = {}
    capital: dict[str, list[tuple[str, object]]] = {}
    hot = _hot_words(grammar)
    for sequence in _all(everything):
        for step in sequence:
            if step.word is not None and not step.word.isdigit():
                key = (WORD_KEY + step.word, None)
                if key not in plain.setdefault(step.word, []):
                    plain[step.word].append(key)
    for name, table in grammar.tables.items():
        for surface, value in table.items():
            steps = _surface(surface)
            if len(steps) == 1 and steps[0].word is not None:
                (capital if surface[0].isupper() else plain).setdefault(steps[0].word, []).append((name, value))
    return {
        word: Entry(
            _classes(plain.get(word, [])),
            _classes(plain.get(word, []) + capital[word] if word in capital else []),
            word in hot,
        )
        for word in plain.keys() | capital.keys()
    }


def _classes(keys: list[tuple[str, object]]) -> Classes:
    return Classes(tuple(key for key, _ in keys), tuple(value for _, value in keys))


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
        node.ends.append(End(next(rank), rule.name if rule else "", make, tuple(parameters), keep))
    return root


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
    return slot in grammar.phrases or any(len(_surface(s)) > 1 for s in grammar.tables.get(slot, ()))


def _dotted(grammar: Grammar) -> frozenset[str]:
    tables = grammar.tables.values()
    return frozenset(_surface(s)[-1].word or "" for table in tables for s in table if s.endswith("."))


def _bad(grammar: Grammar, why: str) -> Exception:
    from timeline.grammar.rules import BadGrammar

    return BadGrammar(f"{grammar.language}: {why}")
