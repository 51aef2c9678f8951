"""The topics, and the chronology and the digest of one."""

from __future__ import annotations

from http import HTTPStatus

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from api.addresses import addresses
from api.digests import asked, digested
from api.keeping import editions, told_by
from api.pages.choices import address, choices
from api.pages.entries import entry
from api.pages.finding import Finding, tidied
from api.pages.glance import glance
from api.pages.showing import pages, show
from api.pages.trail import Trail
from api.pages.view import chronology
from api.pages.windows import window
from api.parts import parts
from api.problems import Problem
from api.queries import page_limit
from api.selections import selection
from api.settings import LARGEST_PAGE
from timeline.model import Timeline
from timeline.store import OutOfReach, TopicSummary


@pages.get("/")
@told_by(editions.topics)
def topics() -> Response:
    return show("topics.html", topics=parts().store.topics())


@pages.get("/timelines/")
def timelines() -> BaseResponse:
    return redirect(url_for("pages.topics"), HTTPStatus.MOVED_PERMANENTLY)


@pages.get("/timelines/<slug>")
@told_by(editions.topic)
def timeline(slug: str) -> BaseResponse:
    """A page of what is selected; a parameter that is wrong is told at its field of the form."""
    if (tidy := tidied(request.args)) is not None:
        return redirect(url_for("pages.timeline", slug=slug, **tidy))  # type: ignore[arg-type]
    summary = parts().store.summary(slug)
    return show("unknown.html", HTTPStatus.NOT_FOUND, slug=slug) if summary is None else _chronology(summary)


def _chronology(summary: TopicSummary) -> Response:
    slug = summary.topic.slug
    try:
        found = _selected(slug)
    except Problem as fault:
        return _at_fault(summary, dict.fromkeys(fault.fields or ("",), fault.detail))
    except OutOfReach as fault:
        return _at_fault(summary, {"as_of": str(fault)})
    except ValueError:
        return show("broken.html", HTTPStatus.BAD_REQUEST, slug=slug)
    if found is None:
        return show("unknown.html", HTTPStatus.NOT_FOUND, slug=slug)
    finding = Finding(slug, request.args, {})
    kept = {name: request.args[name] for name in ("limit",) if name in request.args}
    trail = Trail(slug, request.args.get("after"), request.args.get("via"), finding.selected | kept)
    return show(
        "timeline.html",
        topic=found.topic,
        summary=summary,
        finding=finding,
        trail=trail,
        page=chronology(found),
        entry=entry,
        address=addresses("pages.event", slug, external=False),
        gists=() if finding.narrowed or trail.after else glance(summary),
        whole="limit" in kept,
    )


def _selected(slug: str) -> Timeline | None:
    """Raises a Problem, OutOfReach, and ValueError on a broken cursor."""
    chosen = selection(request, "limit", "after", "via")
    limit = page_limit(request, parts().settings.page_size, LARGEST_PAGE)
    return parts().store.timeline(slug, chosen, limit=limit, after=request.args.get("after"), numbered=True)


def _at_fault(summary: TopicSummary, faults: dict[str, str]) -> Response:
    finding = Finding(summary.topic.slug, request.args, faults)
    return show(
        "timeline.html",
        HTTPStatus.BAD_REQUEST,
        topic=summary.topic,
        summary=summary,
        finding=finding,
        faults=faults,
    )


@pages.get("/timelines/<slug>/entries")
@told_by(editions.topic)
def entries(slug: str) -> Response:
    """Some entries without the page around them."""
    found = window(slug)
    return show(
        "entries.html",
        topic=found.topic,
        summary=parts().store.summary(slug),
        finding=Finding(slug, request.args, {}),
        page=chronology(found),
        entry=entry,
        address=addresses("pages.event", slug, external=False),
    )


@pages.get("/timelines/<slug>/digest")
@told_by(editions.topic)
def digest(slug: str) -> Response:
    chosen = asked(request)
    found = digested(slug, chosen)
    if found is None:
        return show("unknown.html", HTTPStatus.NOT_FOUND, slug=slug)
    json = address("digests.topic", slug, chosen, chosen.dates)
    return show("digest.html", found=found, asked=chosen, choices=choices(slug, chosen), json=json)
