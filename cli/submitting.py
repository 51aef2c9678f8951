"""Sending articles to a server and following them until they are read."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from cli.articles import Dispatch
from cli.client import Answer, Server
from cli.failures import Unreachable
from cli.terminal import plain

_STALLED = 180.0
"""Seconds without any article getting on, after which nobody waits any longer."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """``state`` is the article's, or "refused"; ``id`` is ``None`` when it was refused."""

    label: str
    state: str
    id: str | None = None
    reason: str = ""

    @property
    def ok(self) -> bool:
        return self.state not in ("refused", "failed")

    def __str__(self) -> str:
        return "\t".join((self.id or "-", self.state, plain(self.label), plain(self.reason))).rstrip()


def submitted(server: Server, dispatch: Dispatch) -> Outcome:
    """What became of it at the door. Raises Unreachable."""
    if dispatch.flaw:
        return Outcome(dispatch.label, "refused", reason=dispatch.flaw)
    path = "/api/v1/articles" + (f"?{dispatch.query}" if dispatch.query else "")
    answer = server.post(path, dispatch.body, dispatch.content_type)
    if not answer.ok or not isinstance(answer.body, dict) or "id" not in answer.body:
        return Outcome(dispatch.label, "refused", reason=answer.complaint)
    return _outcome(dispatch.label, str(answer.body["id"]), answer)


def finished(server: Server, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The same, each as soon as it is done, failed or refused. Raises Unreachable when nothing moves on."""
    for outcome in outcomes:
        yield _followed(server, outcome)


def _followed(server: Server, outcome: Outcome) -> Outcome:
    deadline, pause = time.monotonic() + _STALLED, 0.05
    while outcome.ok and outcome.state != "done":
        if time.monotonic() > deadline:
            raise Unreachable(f"{outcome} for {_STALLED:.0f} seconds: is a worker running at {server.url}?")
        time.sleep(pause)
        pause = min(pause * 1.5, 1)
        outcome = status(server, outcome)
    return outcome


def status(server: Server, outcome: Outcome) -> Outcome:
    """The article's present state; one that the server does not know counts as failed."""
    answer = server.get(f"/api/v1/articles/{quote(outcome.id or '', safe='')}")
    if not answer.ok:
        return Outcome(outcome.label, "failed", outcome.id, answer.complaint)
    return _outcome(outcome.label, outcome.id or "", answer)


def _outcome(label: str, article: str, answer: Answer) -> Outcome:
    failure = answer.body.get("failure") or {}
    return Outcome(label, str(answer.body["state"]), article, str(failure.get("reason", "")))
