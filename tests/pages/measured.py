"""What a page has that is too small, in the way or cut off."""

from __future__ import annotations

from playwright.sync_api import Page

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }"""


def small(page: Page) -> list[str]:
    """2.5.8: what is pressed is 24 pixels each way, or far from others, or a link within a sentence."""
    found: list[str] = page.evaluate("""() => {
        const pressed = [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
            .filter(each => each.checkVisibility() && each.type !== "hidden" && !each.matches(".skip"))
            .map(each => each.closest("label") ?? each);
        const within = each => getComputedStyle(each).display === "inline" &&
            [...each.parentNode.childNodes].some(other => other.nodeType === 3 && other.data.trim().length > 1);
        const boxes = pressed.map(each => each.getBoundingClientRect());
        const apart = (one, other) => {
            const [x, y] = [one.x + one.width / 2, one.y + one.height / 2];
            const across = x - Math.max(other.left, Math.min(x, other.right));
            return Math.hypot(across, y - Math.max(other.top, Math.min(y, other.bottom))) >= 12;
        };
        return pressed.filter((each, n) => {
            if (Math.min(boxes[n].width, boxes[n].height) >= 24 || within(each)) return false;
            return !boxes.every((box, m) => m === n || pressed[m] === each || apart(boxes[n], box));
        }).map(each => each.outerHTML.slice(0, 150));
    }""")
    return found


def staying(page: Page) -> list[str]:
    """1.4.10, at 1280 by 1024 pixels and 400 %: what stays in place and takes the room for reading."""
    found: list[str] = page.evaluate("""() => [...document.querySelectorAll("body *")].filter(each =>
        ["sticky", "fixed"].includes(getComputedStyle(each).position) && each.checkVisibility()
        && each.getBoundingClientRect().height > 64).map(each => each.outerHTML.slice(0, 120))""")
    return found


def cut_off(page: Page) -> list[str]:
    """1.4.12: what has lost a part of its text."""
    found: list[str] = page.evaluate("""() => [...document.querySelectorAll("body *")].filter(each => {
        const { overflowX, overflowY, display, position } = getComputedStyle(each);
        const clips = [overflowX, overflowY].includes("hidden") && display !== "inline" && position !== "absolute";
        return clips && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
    }).map(each => each.outerHTML.slice(0, 120))""")
    return found
