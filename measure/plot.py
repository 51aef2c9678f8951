"""The ratios of a run as a picture: each as a part of what it should be."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape

from measure.ratios import Ratio
from measure.tables import number

_LINE, _LABELS, _BARS, _FIGURES = 22, 490, 320, 130
_MOST = 4.0
"""Twice as good and a half as good are equally far from the line; beyond four times a bar is cut."""
_MARKS = {0.25: "¼", 0.5: "½", 1.0: "as wanted", 2.0: "2 ×", 4.0: "4 ×"}
_GOOD, _SHORT = "#2a7f62", "#b3412e"


def svg(ratios: Sequence[Ratio]) -> str:
    """Bars to the right of the line are what they should be or better."""
    height = _LINE * (len(ratios) + 2)
    rows = [*_scale(height), *(part for place, ratio in enumerate(ratios, 1) for part in _row(ratio, place * _LINE))]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LABELS + _BARS + _FIGURES} {height}" '
        f'font-family="sans-serif" font-size="12"><title>What was measured beside what is wanted</title>'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(rows)}</svg>\n'
    )


def _scale(height: float) -> Iterator[str]:
    for share, name in _MARKS.items():
        colour = "#444" if share == 1 else "#ddd"
        yield f'<line x1="{_at(share):.1f}" x2="{_at(share):.1f}" y1="18" y2="{height - 6}" stroke="{colour}"/>'
        yield f'<text x="{_at(share):.1f}" y="13" text-anchor="middle">{name}</text>'
    for text, place in (("reached", 0.5), ("wanted", 1.0)):
        yield _figure(text, place, 13)


def _row(ratio: Ratio, top: float) -> Iterator[str]:
    left, right = sorted((_at(1), _at(ratio.share)))
    text = escape(f"{ratio.part}: {ratio.name}, to {ratio.to}")
    yield f'<text x="{_LABELS - 8}" y="{top + 12}" text-anchor="end">{text}</text>'
    colour = _GOOD if ratio.met else _SHORT
    yield f'<rect x="{left:.1f}" y="{top}" width="{max(right - left, 1):.1f}" height="15" fill="{colour}"/>'
    yield _figure(number(ratio.value, 2), 0.5, top + 12)
    yield _figure(f"{'≤' if ratio.below else '≥'} {number(ratio.wanted, 2)}", 1.0, top + 12)


def _at(share: float) -> float:
    reach = max(-1.0, min(1.0, math.log(max(share, 1e-9), _MOST)))
    return _LABELS + _BARS / 2 * (1 + reach)


def _figure(text: str, place: float, baseline: float) -> str:
    right = _LABELS + _BARS + _FIGURES * place - 4
    return f'<text x="{right:.1f}" y="{baseline}" text-anchor="end">{text}</text>'
