"""`dateline feeds`: RSS and Atom feeds that are polled."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

import click

from cli.answers import sound
from cli.client import Server, server
from cli.options import administering, say
from cli.terminal import plain
from cli.understanding import understood

_PATH = "/api/v1/feeds"
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


class Pause(click.ParamType[int]):
    """Seconds, written as 90s, 15m, 2h or 1d."""

    name = "pause"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401
        found = re.fullmatch(r"(\d{1,6})([smhd])", str(value))
        if found is None:
            self.fail(f"{value!r} is no pause; write one like 15m, 2h or 1d.", param, ctx)
        return int(found[1]) * _UNITS[found[2]]


@click.group()
def feeds() -> None:
    """RSS and Atom feeds whose entries come in by themselves."""


@feeds.command()
@click.argument("address", metavar="URL")
@click.option(
    "--topic", "topics", multiple=True, required=True, metavar="T", help="A topic of its entries; repeatable."
)
@click.option(
    "--every", type=Pause(), default="15m", show_default=True, metavar="PAUSE", help="How often to ask for it."
)
@administering
def add(address: str, topics: tuple[str, ...], every: int, form: str, url: str | None, token: str | None) -> None:  # noqa: PLR0913, PLR0917
    """Set up the feed at URL, or change it. It is asked for at once."""
    body = json.dumps({"url": address, "topics": topics, "every": every}).encode()
    there = server(url, token)
    with understood(there):
        _show(sound(there.post(_PATH, body, "application/json")).body, form)


@feeds.command("list")
@administering
def list_(form: str, url: str | None, token: str | None) -> None:
    """Print every feed: id, state, address, when it was polled, and what came of it."""
    there = server(url, token)
    with understood(there):
        for feed in _feeds(there):
            _show(feed, form)


@feeds.command()
@click.argument("which", metavar="ID-OR-URL")
@administering
def remove(which: str, form: str, url: str | None, token: str | None) -> None:
    """Ask for a feed no more; what came out of it stays."""
    there = server(url, token)
    with understood(there):
        id_ = _id(there, which)
        sound(there.delete(f"{_PATH}/{id_}"))
    say(form, f"{plain(which)}  removed", id=id_, state="removed")


@feeds.command()
@click.argument("which", metavar="ID-OR-URL")
@administering
def poll(which: str, form: str, url: str | None, token: str | None) -> None:
    """Have a feed asked for within seconds, also one that is gone."""
    there = server(url, token)
    with understood(there):
        _show(sound(there.post(f"{_PATH}/{_id(there, which)}/poll", b"", "application/json")).body, form)


def _id(server: Server, which: str) -> str:
    named = (feed["id"] for feed in _feeds(server) if which == feed["url"])
    return quote(next(named, which), safe="")


def _feeds(server: Server) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = sound(server.get(_PATH)).body["feeds"]
    return found


def _show(feed: dict[str, Any], form: str) -> None:
    if form == "json":
        click.echo(json.dumps(feed, ensure_ascii=False))
        return
    told = (feed["id"], feed["state"], feed["url"], feed["polled"] or "-", feed["outcome"] or "not polled yet")
    click.echo("\t".join(plain(str(part)) for part in told))
