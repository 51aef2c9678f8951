"""`dateline topics`: which topics there are, and changes to them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import click

from cli.answers import Answer, sound
from cli.client import Server, server
from cli.options import administering, slug_of
from cli.terminal import plain
from cli.understanding import understood

_PATH = "/api/v1/topics"
_JSON = "application/json"


@click.group()
def topics() -> None:
    """Topics: given to articles, or saved searches that articles fall into.

    What a change means for many articles is done by the worker, a little at a time.
    """


@topics.command("list")
@administering
def list_(form: str, url: str | None, token: str | None) -> None:
    """Print every topic: address, events, articles and title."""
    there = server(url, token)
    with understood(there):
        for topic in _sound(there.get(_PATH)).body["topics"]:
            _show(topic, form)


@topics.command()
@click.argument("topic")
@administering
def show(topic: str, form: str, url: str | None, token: str | None) -> None:
    """Print a topic with its searches, and how far the articles are filed."""
    there = server(url, token)
    with understood(there):
        _show(_sound(there.get(_at(topic))).body, form)


@topics.command()
@click.argument("topic")
@click.option("--title", metavar="TITLE", help="What people read; made of TOPIC where it is new.")
@click.option("--q", metavar="QUERY", help='Words, "phrases", AND, OR, NOT, -without, begin*.')
@click.option("--publisher", metavar="NAME", help="Whatever its case.")
@click.option("--from", "first", metavar="DAY", help="Published on this day or later.")
@click.option("--to", "last", metavar="DAY", help="Published on this day or before.")
@administering
def define(topic: str, form: str, url: str | None, token: str | None, **asked: str | None) -> None:
    """Make TOPIC a saved search; articles there and later ones that meet all of it belong to it.

    Without a search, it holds the articles that are given it.
    """
    names = {"q": "q", "publisher": "publisher", "first": "from", "last": "to"}
    search = {name: asked[option] for option, name in names.items() if asked[option] is not None}
    title = asked["title"] or (topic if slug_of(topic, "TOPIC") != topic else None)
    body = {"search": search or None} | ({"title": title} if title else {})
    _change(server(url, token), "PUT", topic, body, form)


@topics.command()
@click.argument("topic")
@click.argument("title")
@administering
def rename(topic: str, title: str, form: str, url: str | None, token: str | None) -> None:
    """Give TOPIC another TITLE, and the address made of it; the old one leads there."""
    _change(server(url, token), "PATCH", topic, {"title": title, "slug": slug_of(title, "TOPIC")}, form)


@topics.command()
@click.argument("topic")
@click.argument("into")
@administering
def merge(topic: str, into: str, form: str, url: str | None, token: str | None) -> None:
    """Put the articles and searches of TOPIC into another; its address leads there."""
    _change(server(url, token), "PATCH", topic, {"into": slug_of(into, "TOPIC")}, form)


@topics.command()
@click.argument("topic")
@administering
def remove(topic: str, form: str, url: str | None, token: str | None) -> None:
    """Remove TOPIC; its articles stay."""
    there = server(url, token)
    with understood(there):
        gone = _sound(there.delete(_at(topic))).body
        click.echo(json.dumps(gone, ensure_ascii=False) if form == "json" else plain(gone["detail"]))


def _change(server: Server, method: str, topic: str, body: dict[str, Any], form: str) -> None:
    with understood(server):
        change = server.put if method == "PUT" else server.patch
        _show(_sound(change(_at(topic), json.dumps(body).encode(), _JSON)).body, form)


def _at(topic: str) -> str:
    return f"{_PATH}/{quote(slug_of(topic, 'TOPIC'), safe='')}"


def _sound(answer: Answer) -> Answer:
    if answer.status == 308:
        raise click.ClickException("This topic was renamed or merged; `dateline topics list` shows the present ones.")
    return sound(answer)


def _show(topic: dict[str, Any], form: str) -> None:
    if form == "json":
        click.echo(json.dumps(topic, ensure_ascii=False))
        return
    click.echo(
        f"{plain(topic['slug'])}\t{topic['count']} events\t{topic['articles']} articles\t{plain(topic['title'])}"
    )
    for search in topic.get("searches", ()):
        click.echo("  search  " + ", ".join(f"{name}: {plain(value)}" for name, value in search.items() if value))
    if left := topic.get("refiling"):
        click.echo(f"  filing  about {left['done']} of {left['of']} looked at")
