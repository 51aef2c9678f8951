"""Publication times that stand on a line of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.reading.foreign import foreign, looks_dated
from timeline.reading.lines import Line
from timeline.reading.notation import Contradiction, Impossible, Notation, western
from timeline.reading.stamps import label_pattern, notation
from timeline.reading.words import StampWords

_HEAD = 15
_FOOT = 3
_LONGEST = 160
_MOST_PARTS = 8
_LONGEST_PART = 12
_BETWEEN = re.compile(r"\s*[|•·]\s*|\s{2,}|\s[–—-]\s|,\s")
_BAR = re.compile(r"[|•·]")
_RANK = {"published": 0, "": 1, "updated": 2}


@dataclass(frozen=True, slots=True)
class Stamped:
    """A line with the time it tells; ``fault`` instead, where that time cannot be. ``counts`` says whether it
    stands where publication times stand."""

    index: int
    text: str
    notation: Notation | None
    fault: Impossible | Contradiction | None = None
    counts: bool = True


def stamped(found: Sequence[Line], words: StampWords) -> list[Stamped]:
    """The lines near the head and the foot that are a time. One below the lead only counts with a label."""
    below = _second_paragraph(found)
    told = [_stamped(index, found[index], words) for index in _places(len(found))]
    return [
        replace(line, counts=line.index < below or bool(line.notation and line.notation.label)) for line in told if line
    ]


def first_published(told: Sequence[Stamped]) -> Stamped | None:
    """The one that counts: first publication before others before updates, clocks before days."""
    return min((line for line in told if line.counts), key=_rank, default=None)


def in_other_words(found: Sequence[Line], language: str | None, words: StampWords) -> Stamped | None:
    """A publication time in another language, above the second paragraph; slow, so for when nothing else is there."""
    for index, line in enumerate(found[: min(_HEAD, _second_paragraph(found))]):
        if looks_dated(line.text):
            try:
                told = foreign(line.text, language, words)
            except (Impossible, Contradiction) as fault:
                return Stamped(index, line.text, None, fault)
            if told:
                return Stamped(index, line.text, told)
    return None


def _second_paragraph(found: Sequence[Line]) -> int:
    story = [index for index, line in enumerate(found) if line.is_prose]
    return story[1] if len(story) > 1 else len(found)


def _places(count: int) -> Iterator[int]:
    yield from range(min(count, _HEAD))
    yield from range(max(_HEAD, count - _FOOT), count)


def _stamped(index: int, line: Line, words: StampWords) -> Stamped | None:
    text = line.text
    if len(text) > _LONGEST or not re.search(r"\d", text):
        return None
    try:
        told = notation(text, words) or (None if line.is_prose else _in_part(text, words))
    except (Impossible, Contradiction) as fault:
        return Stamped(index, text, None, fault)
    return Stamped(index, text, told) if told else None


def _in_part(text: str, words: StampWords) -> Notation | None:
    """The best time among the parts of a line like "Jane Doe | 20 September 2024 | 4 min read".

    A day after a mere comma could be the end of a headline.
    """
    ends = _ends(text, words)
    if not 1 < len(ends) <= _MOST_PARTS or not re.search(r"\d{4}", western(text)):
        return None
    if any(len(text[start:end].split()) > _LONGEST_PART for start, end in ends):
        return None
    runs = [text[first:last] for index, (first, _) in enumerate(ends) for _, last in ends[index:]]
    told = [Stamped(-len(run), run, notation(run, words)) for run in runs]
    best = first_published([run for run in told if run.notation])
    found = best.notation if best else None
    return found if found and (found.clock or found.label or _BAR.search(text)) else None


def _ends(text: str, words: StampWords) -> list[tuple[int, int]]:
    """Where the parts of a line start and end; a label opens a new one, even glued to what precedes it."""
    cuts = [(found.start(), found.start()) for found in label_pattern(words).finditer(text.lower())]
    cuts += [found.span() for found in _BETWEEN.finditer(text)]
    starts, ends = [0], []
    for start, end in sorted(cuts):
        ends.append(start)
        starts.append(end)
    ends.append(len(text))
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _rank(line: Stamped) -> tuple[int, bool, int]:
    if line.notation is None:
        return 3, True, line.index
    return _RANK[line.notation.label], line.notation.clock is None, line.index
