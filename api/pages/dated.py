"""A time as a page shows it: in words, with its inclusive ends and its notations."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from timeline import wording
from timeline.edtf import edtf
from timeline.model import When
from timeline.wire import earliest, latest

log = logging.getLogger(__name__)
UNKNOWN = "Date not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """``first`` and ``last`` are inclusive, ``None`` where open. ``broken``: a time that cannot be shown."""

    when: When
    words: str = UNKNOWN
    first: str | None = None
    last: str | None = None
    edtf: str | None = None
    broken: bool = False


def dated(when: When, words: Callable[[], str] | None = None) -> Dated:
    """A time that defies words costs its own entry alone, and says so there."""
    try:
        said = words() if words is not None else wording.words(when)
        return Dated(when=when, words=said, first=earliest(when), last=latest(when), edtf=edtf(when))
    except Exception:
        log.exception("A time cannot be shown: %r", when.text[:200])
        return Dated(when=when, broken=True)
