"""Which line is the headline."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline.reading.lines import Line, normal

_HEAD = 15
_LONGEST = 40
_TITLE_WORDS = 5
_SENTENCES = ".。"


def headline(found: Sequence[Line], story: Sequence[int], time: int | None) -> int | None:
    """The index of the headline among ``found``; ``None`` where no line looks like one.

    ``story`` are the indices of lines that are neither furniture nor a time; ``time`` is that of the
    publication time, which stands below the headline or just above it. The last line is never a headline.
    """
    head = [index for index in story if index < _HEAD and found[index].words <= _LONGEST][: len(story) - 1]
    if time is not None:
        head = [index for index in head if index < time] or head[:1]
    else:
        head = list(_before_prose(found, head))
    return _repeated(found, head) if head else None


def given(found: Sequence[Line], title: str) -> int | None:
    """The first line of the head that is the given title, case, blanks and punctuation at its edges aside."""
    wanted = normal(title)
    most = wanted.count(" ") + 1
    return next((index for index, line in enumerate(found[:_HEAD]) if line.label(most) == wanted), None)


def _before_prose(found: Sequence[Line], head: Collection[int]) -> list[int]:
    before: list[int] = []
    for index in head:
        if found[index].text.endswith(tuple(_SENTENCES)) or found[index].words >= 25:
            break
        before.append(index)
    return before


def _repeated(found: Sequence[Line], head: Sequence[int]) -> int | None:
    """The line that a later one opens with, as leads do; else the first that is long enough to tell a story."""
    below = [line.normal for line in found[: _HEAD * 2]]
    for index in head:
        wanted = found[index].normal
        if found[index].words >= 3 and any(text.startswith(wanted) for text in below[index + 1 :]):
            return index
    titles = [index for index in head if not found[index].text.endswith(tuple(_SENTENCES))] or list(head)
    long_enough = [index for index in titles if found[index].words >= _TITLE_WORDS]
    return long_enough[0] if long_enough else max(titles, key=lambda index: found[index].words, default=None)
