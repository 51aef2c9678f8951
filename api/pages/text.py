"""Text from articles made safe to show: it stays text, and what would hide or turn other text is made visible."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from timeline.model import Event, Span

LONG = 600  # characters from which a text gets a scrolling box of its own
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANK = "(no visible text)"
_BOX = Markup('<span class="long" tabindex="0" role="group" aria-label="{}, long text">{}</span>')


class Piece(NamedTuple):
    """A run of a quote, and whether it is a time expression."""

    text: str
    marked: bool


def pieces(quote: str, marks: tuple[Span, ...]) -> Iterator[Piece]:
    """The quote cut at its marks; marks that overlap are one, and what lies outside the quote is left out."""
    done = 0
    for start, end in _merged(quote, marks):
        if start > done:
            yield Piece(quote[done:start], False)
        yield Piece(quote[start:end], True)
        done = end
    if done < len(quote):
        yield Piece(quote[done:], False)


def _merged(quote: str, marks: tuple[Span, ...]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        start, end = max(mark.start, 0), min(mark.end, len(quote))
        if start >= end:
            continue
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def boxed(content: Markup, text: str, name: str) -> Markup:
    """What is shown of a very long text scrolls in a box of its own, which the keyboard can reach."""
    return content if len(text) <= LONG else _BOX.format(name, content)


def shown(text: str) -> Markup:
    """Escaped, with controls that reorder or hide text written out as "U+202E" instead of acting."""
    escaped = escape(text)
    return escaped if text.isprintable() else safe(_CONTROLS.sub(_written_out, str(escaped)))


def counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def short(text: str, most: int = 140) -> str:
    """Its beginning, where it has more characters."""
    return text if len(text) <= most else f"{text[:most].rsplit(maxsplit=1)[0]} …"


def tellers(event: Event) -> list[str]:
    """The publishers, each once, and for one that nobody names the title of the article."""
    return list(dict.fromkeys(source.publisher or f"“{source.title}”" for source in event.sources))


def titled(text: str) -> Markup:
    """`shown`, with words in place of a text that nobody could see or click."""
    return shown(text) if any(_visible(character) for character in text) else escape(_BLANK)


def safe(made: str) -> Markup:
    """What was put together of what is escaped."""
    return Markup(made)  # noqa: S704


def isolated(text: str) -> Markup:
    """`titled`, whatever its direction."""
    return safe(f"<bdi>{titled(text)}</bdi>")


def _written_out(control: re.Match[str]) -> str:
    return f'<span class="control">U+{ord(control[0]):04X}</span>'


def _visible(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZ" or bool(_CONTROLS.match(character))


def plain(text: str) -> str:
    """For places that hold no markup, such as a page's title: one line without controls."""
    return " ".join(_CONTROLS.sub(" ", text).split()) or _BLANK


def link(url: str | None) -> str | None:
    """The address when it is http or https with a host; anything else is no link."""
    if url is None or _CONTROLS.search(url):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.hostname else None


def host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


def same(one: str, other: str) -> bool:
    """Whether two texts say the same but for spacing and their last stop."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" .“”\"'").casefold()


FILTERS = (boxed, counted, isolated, link, plain, short, shown, titled)
"""For templates."""
