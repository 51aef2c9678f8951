"""The signs of the time line, as the page's own modules draw them: told apart without colour, and true to extent."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import Page
from valley import HUNDRED
from windows import Open

pytestmark = pytest.mark.browser
STATUSES = ("occurred", "ongoing", "scheduled", "possible", "denied")
_DRAWN = """async ([kind, item, x0, x1]) => {
    const scripts = document.querySelector("script[type=module]").src.replace(/main\\.js.*/, "");
    const [{ bar }, { glyph, fillings }] = await Promise.all(
        ["bars.js", "shapes.js"].map(name => import(scripts + name)));
    const black = (opacity = 1) => `rgba(0, 0, 0, ${opacity})`;
    const white = () => "#fff";
    const colours = new Proxy({ ground: white, raised: white }, { get: (own, name) => own[name] ?? black });
    const pen = new OffscreenCanvas(120, 30).getContext("2d");
    const whole = { start: 0, end: 1, ...item };
    for (const end of ["start", "end"]) if (whole[end] === "open") whole[end] = end === "start" ? -Infinity : Infinity;
    if (kind === "glyph") glyph(pen, item.status, 60, 15, 10, colours);
    else bar(pen, whole, x0, x1, 15, 14, { colours, fillings: fillings(pen, colours, 1), width: 120 });
    const { data } = pen.getImageData(0, 0, 120, 30);
    return Array.from({ length: 30 }, (_, y) => Array.from({ length: 120 }, (_, x) => {
        const at = 4 * (120 * y + x);
        return data[at + 3] * (1 - data[at] / 255);
    }));
}"""
Ink = list[list[float]]


def drawn(page: Page, kind: str, x0: int = 20, x1: int = 100, **item: object) -> Ink:
    """How dark each pixel is, 0 to 255, with black for every colour."""
    ink: Ink = page.evaluate(_DRAWN, [kind, item, x0, x1])
    return ink


def apart(one: Ink, other: Ink) -> int:
    """Pixels that are dark in one only."""
    return sum(
        abs(a - b) > 100 for left, right in zip(one, other, strict=True) for a, b in zip(left, right, strict=True)
    )


def middle(ink: Ink, x: int) -> float:
    """The mean along a short line down the bar, off the sign that stands in it."""
    return sum(ink[y][x] for y in range(10, 21)) / 11


@pytest.mark.parametrize("kind", ["glyph", "bar"])
def test_each_status_has_a_shape_and_a_filling_of_its_own(walk: Open, kind: str) -> None:
    page = walk(HUNDRED)
    signs = {status: drawn(page, kind, status=status) for status in STATUSES}
    alike = {pair: apart(signs[pair[0]], signs[pair[1]]) for pair in combinations(STATUSES, 2)}
    assert min(alike.values()) > 40, alike


def test_a_bar_reaches_from_its_beginning_to_its_end(walk: Open) -> None:
    ink = drawn(walk(HUNDRED), "bar", status="occurred")
    dark = [x for x in range(120) if middle(ink, x) > 128]
    assert (dark[0], dark[-1], len(dark)) == (19, 100, 82)  # its outline lies half outside


def test_what_is_approximate_fades_at_its_edges(walk: Open) -> None:
    ink = drawn(walk(HUNDRED), "bar", status="occurred", approximate=True)
    edge, inner, centre = (middle(ink, x) for x in (23, 36, 60))
    assert edge < inner < centre
    assert middle(ink, 97) < middle(ink, 84) < centre
    assert centre > 128


def test_an_open_end_is_an_arrow_at_the_edge_of_the_picture(walk: Open) -> None:
    page = walk(HUNDRED)
    ahead, behind = (
        drawn(page, "bar", x1=400, status="occurred", end="open"),
        drawn(page, "bar", -300, 60, status="occurred", start="open"),
    )
    for ink, tip, broad in ((ahead, 116, 110), (behind, 3, 9)):
        high = [sum(row[x] > 128 for row in ink) for x in (tip, broad)]
        assert high[0] < 10
        assert high[1] > 15


def test_now_is_marked_and_what_lies_ahead_is_shaded(walk: Open) -> None:
    """On a picture of some days around now."""
    page = walk(HUNDRED)
    behind, line, ahead = page.evaluate("""async () => {
        const scripts = document.querySelector("script[type=module]").src.replace(/main\\.js.*/, "");
        const [{ paint }, { colours }, { View }] = await Promise.all(
            ["drawing.js", "colours.js", "view.js"].map(name => import(scripts + name)));
        const view = new View(0, 100);
        [view.width, view.first, view.last] = [400, 0, 100];
        view.show(0, 100);
        const pen = new OffscreenCanvas(400, 200).getContext("2d");
        paint(pen, { view, height: 200, now: 50, colours: colours(document.body), family: "serif", layout: null });
        return [30, 199, 330].map(x => [...pen.getImageData(x, 60, 1, 1).data].join());
    }""")
    assert len({behind, line, ahead}) == 3


def test_a_headline_runs_the_way_of_its_first_letter(walk: Open) -> None:
    """Signs and digits before it have no way of their own, and a control that would turn it is written out."""
    page = walk(HUNDRED)
    texts = ["Harbour נמל", "2024: נמל", "«ميناء» harbour", "10 %", "港口", "\u202eHarbour"]
    ways = page.evaluate(
        """async texts => {
            const scripts = document.querySelector("script[type=module]").src.replace(/main\\.js.*/, "");
            const { direction, plain } = await import(scripts + "labels.js");
            return [...texts.map(direction), plain(texts.at(-1))];
        }""",
        texts,
    )
    assert ways == ["ltr", "rtl", "rtl", "ltr", "ltr", "ltr", "U+202EHarbour"]


def test_a_headline_at_the_edge_of_the_picture_is_told_before_its_shape(walk: Open) -> None:
    """Cut to the room that there is; behind it where that is more, and not at all where nothing could be read."""
    page = walk(HUNDRED)
    told = page.evaluate("""async () => {
        const scripts = document.querySelector("script[type=module]").src.replace(/main\\.js.*/, "");
        const { beside } = await import(scripts + "labels.js");
        const at = (x0, free, label = 200) => Object.values(beside({ label, free, x: [x0, x0 + 12] }, 400, 200));
        return [at(100, 50), at(350, Infinity), at(350, 120), at(300, 40), at(375, 30), at(375, 30, 10), at(50, 0, 90)];
    }""")
    assert told == [[False, 200], [True, 200], [True, 120], [False, 78], [True, 0], [True, 0], [False, 90]]
