"""`dateline reread`: stored articles, read again with today's rules."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import click

from cli.answers import told
from cli.client import Server, server
from cli.failures import Unreachable
from cli.options import administering, slug_of
from cli.paging import pages
from cli.terminal import plain
from cli.understanding import understood

if TYPE_CHECKING:
    from rich.progress import Progress

_PATH = "/api/v1/rereadings"
_AGAIN, _STALLED = 30.0, 180.0
"""Seconds without any article getting on, after which it is sent again, and after which nobody waits any longer."""
_COUNTS = ("added", "removed", "changed")


@click.command()
@click.option("--dry-run", is_flag=True, help="Write nothing, show what would change.")
@click.option("--topic", metavar="T", help="Only the articles of this topic: its title, or as its address names it.")
@administering
def reread(dry_run: bool, topic: str | None, form: str, url: str | None, token: str | None) -> None:
    """Read all stored articles again with the rules of this version, and show the difference.

    Prints a line for each event that is added, removed or changed, and their number. The worker does it: stopped
    here, it goes on there, and the same command follows it again.
    """
    there = server(url, token)
    asked = {"dry_run": str(dry_run).lower()} | ({"topic": slug_of(topic, "--topic")} if topic is not None else {})
    with understood(there):
        done = _followed(there, f"{_PATH}?{urlencode(asked)}")
        for change in _changes(there, done):
            click.echo(json.dumps(change, ensure_ascii=False) if form == "json" else _line(change))
        if form == "json":
            click.echo(json.dumps({"rereading": done}, ensure_ascii=False))
        else:
            click.echo(_sum(done), err=True)


def _followed(server: Server, begin: str) -> dict[str, Any]:
    """As it is when it has come to its end."""
    found = _begun(server, begin)
    moved, sent, pause = time.monotonic(), time.monotonic(), 0.1
    with _progress(found) as progress:
        while found["state"] != "done":
            time.sleep(pause)
            pause = min(pause * 1.5, 1.0)
            now = told(server.get(str(found["status_url"])))
            moved = time.monotonic() if now["read"] != found["read"] else moved
            found = now
            if progress:
                progress.update(progress.task_ids[0], completed=found["read"])
            if time.monotonic() - moved > _STALLED:
                raise Unreachable(f"Nothing was read for {_STALLED:.0f} seconds: is a worker running at {server.url}?")
            if time.monotonic() - max(moved, sent) > _AGAIN:
                sent = time.monotonic()
                found = _begun(server, begin)
    return found


def _changes(server: Server, done: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for page in pages(server, f"{_PATH}/{done['id']}/changes?limit=1000"):
        yield from page["changes"]


def _begun(server: Server, begin: str) -> dict[str, Any]:
    return told(server.post(begin, b"", "application/json"))


def _line(change: dict[str, Any]) -> str:
    before, after = change["before"], change["after"]
    sign = {"added": "+", "removed": "-", "changed": "~"}[change["change"]]
    told = " → ".join(dict.fromkeys(_told(event) for event in (before, after) if event))
    return f"{sign} {change['article']}  {told}"


def _told(event: dict[str, Any]) -> str:
    about = "about " if event["approximate"] else ""
    span = " … ".join(dict.fromkeys(str(end or "?") for end in (event["earliest"], event["latest"])))
    return f"{about}{span} [{event['status']}] {plain(event['headline'])}"


def _sum(done: dict[str, Any]) -> str:
    counts = ", ".join(f"{done[name]} {name}" for name in _COUNTS)
    would = "would be" if done["dry_run"] else "are"
    shown = "" if sum(done[name] for name in _COUNTS) <= 10_000 else " (the first 10000 above)"
    failed = f"; {done['failed']} could not be read again and stay" if done["failed"] else ""
    return (
        f"{done['read']} articles read by rules {done['reading']}: {done['articles']} {would} other than they were; "
        f"events: {counts}{shown}{failed}."
    )


@contextmanager
def _progress(found: dict[str, Any]) -> Iterator[Progress | None]:
    """A bar on standard error while somebody looks at it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        progress.add_task("Articles", total=found["total"], completed=found["read"])
        yield progress
