"""Links between the pages of a long topic. The store's cursors only go on, so the address remembers the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import url_for

_REMEMBERED = 30
_JOINT = "."  # in no cursor


@dataclass(frozen=True, slots=True)
class Trail:
    """The cursor of this page (``None``: the first), those of the pages walked through to it, "" for the first, joined,
    and the other parameters of all of them."""

    slug: str
    after: str | None
    via: str | None
    asked: dict[str, Any]

    @property
    def previous(self) -> str | None:
        if self.after is None:
            return None
        *rest, last = self._walked or ("",)
        return self._url(last or None, rest)

    def next(self, cursor: str | None) -> str | None:
        return None if cursor is None else self._url(cursor, [*self._walked, self.after or ""][-_REMEMBERED:])

    @property
    def _walked(self) -> list[str]:
        return [] if self.via is None else self.via.split(_JOINT)

    def _url(self, after: str | None, walked: list[str]) -> str:
        if after is None:
            return url_for("pages.timeline", slug=self.slug, **self.asked)
        return url_for("pages.timeline", slug=self.slug, **self.asked, after=after, via=_JOINT.join(walked) or None)
