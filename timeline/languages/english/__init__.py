"""English: its words, its rules with their examples, and what only looks like a time.

Of two rules that read the same words, the one loaded first wins: the order of the imports is that order.
"""

# ruff: noqa: I001 - the order is the rules' rank
from timeline.languages.english import words, look_alikes, numbers, holidays, dates, days, clock, spans, comparisons
from timeline.languages.english import periods, vaguely

GRAMMAR = words.en

__all__ = [
    "GRAMMAR",
    "clock",
    "comparisons",
    "dates",
    "days",
    "holidays",
    "look_alikes",
    "numbers",
    "periods",
    "spans",
    "vaguely",
]
