"""Sending articles to a server and following them until they are read."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from cli.answers import Answer
from cli.articles import Dispatch
from cli.client import Server
from cli.failures import Unreachable
from cli.terminal import plain

_PATH = "/api/v1/articles"
_MOST_LINES, _MOST_BYTES = 100, 2**20
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

    @property
    def json(self) -> dict[str, str | None]:
        return {"id": self.id, "state": self.state, "source": self.label, "reason": self.reason or None}

    def __str__(self) -> str:
        return "\t".join((self.id or "-", self.state, plain(self.label), plain(self.reason))).rstrip()


def submissions(server: Server, dispatches: Iterable[Dispatch]) -> Iterator[Outcome]:
    """What became of each at the door, in their order; JSON articles go several in a request. Raises Unreachable."""
    for batch in batches(dispatches):
        yield from _together(server, batch) if len(batch) > 1 else (submitted(server, each) for each in batch)


def batches(dispatches: Iterable[Dispatch]) -> Iterator[list[Dispatch]]:
    """Neighbours that fit one NDJSON request, of at most `_MOST_LINES` lines and `_MOST_BYTES`."""
    batch: list[Dispatch] = []
    for dispatch in dispatches:
        size = sum(len(each.body) + 1 for each in batch) + len(dispatch.body)
        if batch and not (
            _is_line(batch[-1]) and _is_line(dispatch) and len(batch) < _MOST_LINES and size < _MOST_BYTES
        ):
            yield batch
            batch = []
        batch.append(dispatch)
    if batch:
        yield batch


def _is_line(dispatch: Dispatch) -> bool:
    return dispatch.content_type == "application/json" and not (dispatch.flaw or dispatch.query)


def _together(server: Server, batch: list[Dispatch]) -> Iterator[Outcome]:
    """Those that the server had to put off, or that together are too much for it, are sent one by one."""
    answer = server.post(_PATH, b"\n".join(each.body for each in batch), "application/x-ndjson")
    told = answer.body if answer.ok and isinstance(answer.body, list) else [{}] * len(batch)
    for dispatch, line in zip(batch, told, strict=True):
        error = line.get("error")
        if "id" in line:
            yield Outcome(dispatch.label, str(line["state"]), str(line["id"]))
        elif error and error.get("status") != 503:
            yield Outcome(dispatch.label, "refused", reason=str(error.get("detail") or error.get("title")))
        else:
            yield submitted(server, dispatch)


def submitted(server: Server, dispatch: Dispatch) -> Outcome:
    """What became of it at the door. Raises Unreachable."""
    if dispatch.flaw:
        return Outcome(dispatch.label, "refused", reason=dispatch.flaw)
    path = _PATH + (f"?{dispatch.query}" if dispatch.query else "")
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
    answer = server.get(f"{_PATH}/{quote(outcome.id or '', safe='')}")
    if not answer.ok:
        return Outcome(outcome.label, "failed", outcome.id, answer.complaint)
    return _outcome(outcome.label, outcome.id or "", answer)


def _outcome(label: str, article: str, answer: Answer) -> Outcome:
    failure = answer.body.get("failure") or {}
    return Outcome(label, str(answer.body["state"]), article, str(failure.get("reason", "")))
