"""The ratios of a run as a picture: each as a part of what it should be."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape

from measure.ratios import Ratio

_LINE, _LABELS, _BARS = 22, 430, 360
_MOST = 4.0
"""Twice as good and a half as good are equally far from the line; beyond four times a bar is cut."""


def svg(ratios: Sequence[Ratio]) -> str:
    """Bars to the right of the line are what they should be or better."""
    height = _LINE * (len(ratios) + 2)
    middle = _LABELS + _BARS / 2
    rows = "".join(part for place, ratio in enumerate(ratios, 1) for part in _row(ratio, place * _LINE, middle))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LABELS + _BARS + 60} {height}" '
        f'font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>'
        f'<line x1="{middle}" x2="{middle}" y1="4" y2="{height - 4}" stroke="#444"/>{rows}</svg>\n'
    )


def _row(ratio: Ratio, top: float, middle: float) -> Iterator[str]:
    reach = max(-1.0, min(1.0, math.log(max(ratio.share, 1e-9), _MOST))) * _BARS / 2
    text = escape(f"{ratio.part}: {ratio.name}, to {ratio.to}")
    left, wide = min(middle, middle + reach), abs(reach)
    colour = "#2a7f62" if ratio.met else "#b3412e"
    yield f'<text x="{_LABELS - 8}" y="{top + 12}" text-anchor="end">{text}</text>'
    yield f'<rect x="{left:.1f}" y="{top}" width="{wide:.1f}" height="15" fill="{colour}"/>'
    yield f'<text x="{_LABELS + _BARS + 6}" y="{top + 12}">{ratio.value:.2f}</text>'
