"""Which stretches of a paragraph stand between quotation marks."""

from __future__ import annotations

import re

from timeline.model import Span

_MARK = re.compile(r"[\"“”„«»'‘’](?:(?<=[\"“”„«»])|(?<=(?<!\w)['‘])(?=\w)|(?<=[\w.,!?…]['’])(?!\w))")
_CLOSES = {'"': '"', "“": "”", "„": "“”", "«": "»", "'": "'’", "‘": "’'"}
_UNSURE = frozenset("'")
_MARKS = frozenset("\"“”„«»'‘’")


def quotations(text: str, span: Span) -> list[Span]:
    """The outermost quotations in a paragraph, marks included; one that is never closed runs to its end."""
    if _MARKS.isdisjoint(text[span.start : span.end]):
        return []
    found: list[Span] = []
    opened, start = "", span.start
    for mark in _MARK.finditer(text, span.start, span.end):
        sign = mark[0]
        if not opened:
            if sign in _CLOSES and not _apostrophe(mark, text):
                opened, start = sign, mark.start()
        elif sign in _CLOSES[opened]:
            found.append(Span(start, mark.end()))
            opened = ""
        elif opened in _UNSURE and sign in _CLOSES:
            opened, start = sign, mark.start()
    if opened and opened not in _UNSURE:
        found.append(Span(start, span.end))
    return found


def _apostrophe(mark: re.Match[str], text: str) -> bool:
    """A single mark after a letter, as in the plural possessive, opens nothing."""
    return mark[0] in "'’" and text[mark.start() - 1 : mark.start()].isalnum()
