"""What a chronology page is asked for: the form that asks, the faults in it, and the addresses of other selections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from api import selections
from api.queries import foreign
from timeline import wording
from timeline.model import Status

_NAMES = {
    "from": "from",
    "to": "to",
    "q": "with the words",
    "source": "told by",
    "min_importance": "importance at least",
    "granularity": "told to the",
    "as_of": "as known on",
}
_NO_FILTER = ("order",)


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing that narrows the chronology, in words, and the address without it."""

    words: str
    without: str


@dataclass(frozen=True, slots=True)
class Finding:
    """``given`` are the parameters as they came, ``faults`` what is wrong with them, by name."""

    slug: str
    given: MultiDict[str, str]
    faults: dict[str, str]

    def value(self, name: str) -> str:
        return self.given.get(name, "")

    def chosen(self, name: str) -> list[str]:
        return self.given.getlist(name)

    @property
    def fields(self) -> tuple[str, ...]:
        """The parameters that this server knows."""
        return (*selections.ONCE, *selections.REPEATABLE)

    @property
    def selected(self) -> dict[str, Any]:
        """The parameters that select, for addresses of the same selection."""
        return {name: values for name, values in self.given.lists() if name in self.fields}

    @property
    def strip(self) -> str:
        """The address of the picture of the selection, which is the same in any order."""
        kept = {name: values for name, values in self.selected.items() if name not in _NO_FILTER}
        return url_for("pages.strip", slug=self.slug, **kept)

    @property
    def filters(self) -> list[Filter]:
        return [
            Filter(_words(name, value), self._without(name, value))
            for name, values in self.given.lists()
            if name in self.fields and name not in _NO_FILTER
            for value in values
        ]

    @property
    def narrowed(self) -> bool:
        return bool(self.filters)

    def _without(self, name: str, value: str) -> str:
        kept: dict[str, Any] = {
            other: [each for each in values if (other, each) != (name, value)]
            for other, values in self.selected.items()
        }
        return url_for("pages.timeline", slug=self.slug, **{other: values for other, values in kept.items() if values})


def tidied(given: MultiDict[str, str]) -> MultiDict[str, str] | None:
    """The parameters as an address to share has them: a form sends along what was left empty, other sites their own.
    ``None`` where they already are so."""
    kept = {name: [one for one in values if one.strip()] for name, values in given.lists() if not foreign(name)}
    kept = {name: values for name, values in kept.items() if values and (name, values) != ("order", ["asc"])}
    return None if kept == dict(given.lists()) else MultiDict(kept)


def _words(name: str, value: str) -> str:
    if name == "status":
        return wording.STATUSES[Status(value)] if value in set(Status) else value
    return f"{_NAMES.get(name, name)} {_day(value)}"


def _day(value: str) -> str:
    try:
        return wording.day(datetime.fromisoformat(value))
    except ValueError:
        return value
