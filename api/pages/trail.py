"""Links between the pages of a long topic. The store's cursors only go on, so the address remembers the way back."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for

_REMEMBERED = 30


@dataclass(frozen=True, slots=True)
class Trail:
    """The cursor of this page (``None``: the first) and those of the pages walked through to it, "" for the first."""

    slug: str
    after: str | None
    walked: tuple[str, ...]

    @property
    def previous(self) -> str | None:
        if self.after is None:
            return None
        *rest, last = self.walked or ("",)
        return self._url(last or None, tuple(rest))

    def next(self, cursor: str | None) -> str | None:
        return None if cursor is None else self._url(cursor, (*self.walked, self.after or "")[-_REMEMBERED:])

    def _url(self, after: str | None, walked: tuple[str, ...]) -> str:
        if after is None:
            return url_for("pages.timeline", slug=self.slug)
        return url_for("pages.timeline", slug=self.slug, after=after, via=list(walked))
