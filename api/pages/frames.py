"""The page of a chronology around its entries, written again only when something in it changed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from secrets import token_hex

from flask import render_template, request
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from api.addresses import addresses
from api.keeping import Asked
from api.pages.finding import Finding
from api.pages.glance import Gist
from api.pages.strips import COUNTED
from api.pages.trail import Trail
from api.pages.view import Chronology
from timeline.model import Status
from timeline.remembering import Latest
from timeline.store import TopicSummary

_REMEMBERED = 64
_ENTRIES, _CHANGED = (f"<!--{token_hex(16)}-->" for _ in range(2))
"""What stands for them in the frame, and can stand in no article."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Which of how many events are on a page, and the cursors of those around it."""

    shown: int
    count: int
    passed: int
    next: str | None
    previous: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """All that the page is made of besides its entries and the moment of the last change; ``url`` is what was asked
    for. ``pictured`` tells the strip in words; ``newest`` is written, as moments that are equal are not always written
    alike."""

    url: str
    summary: TopicSummary
    listed: Listed
    newest: str
    turns: bool
    counts: tuple[tuple[Status, int], ...]
    publishers: tuple[str, ...]
    gists: tuple[Gist, ...]
    pictured: str


@dataclass(frozen=True, slots=True)
class Framing:
    """Frames of the page that a request asks for, also when the request is over."""

    asked: Asked
    url: str
    given: MultiDict[str, str]

    @classmethod
    def here(cls) -> Framing:
        """Of the present request."""
        return cls(Asked.here(), request.url, request.args)

    def parts(
        self, summary: TopicSummary, page: Chronology, gists: tuple[Gist, ...], pictured: str
    ) -> tuple[bytes, bytes, bytes]:
        """What stands before the entries, between them and the moment of the last change, and after that."""
        whole = "after" not in self.given and page.timeline.next is None
        frame = Frame(
            url=self.url,
            summary=summary,
            listed=listed(page),
            newest=page.newest.isoformat() if page.newest else "",
            turns=page.turn is not None,
            counts=tuple(sorted(page.counts.items())) if whole else (),
            publishers=tuple(page.publishers),
            gists=gists,
            pictured=pictured,
        )
        known = _FRAMES.get(frame)
        if known is None:
            known = self._written(frame)
            _FRAMES.keep(frame, known)
        return known

    def _written(self, frame: Frame) -> tuple[bytes, bytes, bytes]:
        slug = frame.summary.topic.slug
        finding = Finding(slug, self.given, {})
        kept = {name: self.given[name] for name in ("limit",) if name in self.given}
        told = {field.name: getattr(frame, field.name) for field in fields(frame)}
        with self.asked.context():
            page = render_template(
                "pages/timeline.html",
                **told | {"counts": dict(frame.counts)},
                faults={},
                topic=frame.summary.topic,
                finding=finding,
                trail=Trail(slug, self.given.get("after"), self.given.get("via"), finding.selected | kept),
                address=addresses("pages.event", slug=slug, external=False),
                whole="limit" in kept,
                counted=frame.listed.count <= COUNTED,
                entries=Markup(_ENTRIES),  # noqa: S704 - put in here, and taken out again
                changed=Markup(_CHANGED),  # noqa: S704
            )
        before, _, rest = page.rpartition(_ENTRIES)
        between, _, after = rest.partition(_CHANGED)
        return before.encode(), between.encode(), after.encode()


def listed(page: Chronology) -> Listed:
    told = page.timeline
    return Listed(len(told.events), told.count, told.passed, told.next, told.previous)


_FRAMES = Latest[Frame, tuple[bytes, bytes, bytes]](_REMEMBERED)
