"""What each line of an article as scraped is: headline, publication time, story or furniture."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from timeline.model import Span
from timeline.reading.datelines import dateline
from timeline.reading.furniture import is_aside, is_furniture, opens_links
from timeline.reading.headline import given, headline
from timeline.reading.lines import Line, lines
from timeline.reading.stamped import Stamped, first_published, stamped
from timeline.reading.words import Furniture


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """``times`` are the lines that tell when the article appeared; ``dated`` the day that datelines name."""

    lines: Sequence[Line]
    title: Span | None
    body: tuple[Span, ...]
    times: Sequence[Stamped]
    dated: str | None


def layout(text: str, title: str | None, words: Furniture) -> Layout:
    """The layout of a text that may stand under a known ``title``. A text with any words has a body."""
    found = lines(text)
    times = stamped(found, words.stamps)
    told = {line.index for line in times}
    free = [index for index, _ in enumerate(found) if index not in told]
    story = [index for index in free if not is_furniture(found[index], words)]
    if title is None:
        best = first_published(times)
        head = headline(found, story, best.index if best else None)
    else:
        head = given(found, title)
    body = _body(found, story, head, words) or [index for index in story if index != head]
    if not body:
        body, head = ([head], None) if head is not None else (free or list(range(len(found))), None)
    spans, dated = _story(found, body, words)
    return Layout(lines=found, title=None if head is None else found[head].span, body=spans, times=times, dated=dated)


def _body(found: Sequence[Line], story: Collection[int], head: int | None, words: Furniture) -> list[int]:
    """The story's lines among ``story``: no links, none above the headline but sentences, none too short."""
    linked = _linked(found, head, words)
    left = [index for index in story if index != head and index not in linked]
    if head is not None:
        left = [index for index in left if index > head or found[index].is_prose]
    sentences = sum(found[index].ends_sentence for index in left)
    if sentences * 2 < len(left):
        return left
    return [index for index in left if not is_aside(found[index])]


def _linked(found: Sequence[Line], head: int | None, words: Furniture) -> set[int]:
    """The lines of link lists: from a list's heading to the next line that ends a sentence."""
    linked: set[int] = set()
    within = False
    for index, line in enumerate(found):
        if index <= (head or 0):
            continue
        within = opens_links(line, words) or (within and not line.is_prose)
        if within:
            linked.add(index)
    return linked


def _story(found: Sequence[Line], body: Collection[int], words: Furniture) -> tuple[tuple[Span, ...], str | None]:
    """The paragraphs without their datelines, and the first day that a dateline names."""
    spans = []
    day = None
    for index in body:
        line = found[index]
        opening = dateline(line.text, words.stamps)
        spans.append(Span(line.start + opening.length, line.end) if opening else line.span)
        day = day or (opening.day if opening else None)
    return tuple(spans), day
