"""What a grammar must be to be loaded."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline.grammar.shapes import SHAPES
from timeline.grammar.spread import TOP, WORD_KEY, Sequences, surface_of
from timeline.grammar.steps import Step

if TYPE_CHECKING:
    from timeline.grammar.rules import Grammar

_FIGURE_JOINS = frozenset(":/-.")
HOT_SHAPES = ("year", "minute", "month2", "day2", "hhmm", "year2")


def firsts_of(grammar: Grammar, everything: Sequences) -> dict[str, frozenset[str]]:
    """The keys with which each phrase can begin; finds phrases that contain themselves on the way."""
    done: dict[str, frozenset[str]] = {}

    def first(name: str, within: tuple[str, ...]) -> frozenset[str]:
        if name in within:
            raise _bad(grammar, f"the phrase {name!r} contains itself: {' > '.join((*within, name))}")
        if name not in done:
            found: set[str] = set()
            for sequence, _, _ in everything[name]:
                for number, step in enumerate(sequence):
                    keys = _keys(step)
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


def _keys(step: Step) -> set[str]:
    return {WORD_KEY + step.word} if step.word is not None else {step.slot or ""}


def hot_words(grammar: Grammar) -> frozenset[str]:
    """The words of hot tables; of an entry of several words its last longest one, unless it holds a hot word anyway."""
    tables = [table for name, table in grammar.tables.items() if name not in grammar.cold]
    entries = [[step.word or "" for step in surface_of(surface)] for table in tables for surface in table]
    alone = {entry[0] for entry in entries if len(entry) == 1}
    return frozenset(alone | {max(reversed(entry), key=len) for entry in entries if alone.isdisjoint(entry)})


def check_hot(grammar: Grammar, everything: Sequences) -> None:
    """Every way of matching a rule must hold a hot word or number, or the scan would never look there."""
    words = hot_words(grammar)

    def hot(step: Step) -> bool:
        return step.word in words if step.slot is None else hot_slot(step.slot)

    @cache
    def hot_slot(slot: str) -> bool:
        if slot in SHAPES:
            return slot in HOT_SHAPES
        if slot in grammar.tables and slot not in grammar.cold:
            return True
        rows = everything.get(slot, [])
        return bool(rows) and all(any(map(hot, sequence)) for sequence, _, _ in rows)

    for sequence, rule, _ in everything[TOP]:
        if rule is not None and not any(map(hot, sequence)) and not any(map(_figures, sequence, sequence[1:])):
            raise _bad(grammar, f"{rule.name} {rule.pattern!r} holds no hot word: put one into a hot table")


def _figures(step: Step, following: Step) -> bool:
    """Digits joined to digits."""
    return step.slot in SHAPES and following.slot in SHAPES and following.joins <= _FIGURE_JOINS


def _bad(grammar: Grammar, why: str) -> Exception:
    from timeline.grammar.rules import BadGrammar

    return BadGrammar(f"{grammar.language}: {why}")
