"""Contrast as WCAG 2.2 counts it, measured on a page in a browser."""

from __future__ import annotations

import re

from playwright.sync_api import Page

_COLOURS = """
selector => [...document.querySelectorAll(selector)].map(element => {
    let ground = element;
    while (ground && getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
    return [getComputedStyle(element).color, ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)"];
})
"""


def contrasts(page: Page, selector: str) -> list[float]:
    """The ratio of each element's text to what lies behind it, 1 to 21."""
    return [_ratio(_luminance(text), _luminance(ground)) for text, ground in page.evaluate(_COLOURS, selector)]


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(part) / 255) for part in re.findall(r"\d+", colour)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
