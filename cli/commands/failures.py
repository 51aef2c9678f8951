"""`dateline failures`: what could not be read, why, and what becomes of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import click

from cli.answers import sound, told
from cli.client import Server, server
from cli.options import admin_option, administering, say, server_option
from cli.paging import pages
from cli.terminal import plain
from cli.understanding import understood

_PATH = "/api/v1/failures"


@click.group()
def failures() -> None:
    """Articles that were accepted and could not be read."""


@failures.command("list")
@administering
def listed(form: str, url: str | None, token: str | None) -> None:
    """Print every failure, the oldest first."""
    there = server(url, token)
    with understood(there):
        for failure in _failures(there):
            click.echo(json.dumps(failure, ensure_ascii=False) if form == "json" else _line(failure))


@failures.command()
@click.argument("article")
@server_option
@admin_option
def show(article: str, url: str | None, token: str | None) -> None:
    """Print one failure with what was submitted, as JSON."""
    there = server(url, token)
    with understood(there):
        found = told(there.get(f"{_PATH}/{quote(article, safe='')}"))
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


@failures.command()
@click.argument("articles", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every failure there is.")
@administering
def retry(articles: tuple[str, ...], everything: bool, form: str, url: str | None, token: str | None) -> None:
    """Have ARTICLES read once more, after whatever hindered it is mended."""
    there = server(url, token)
    for article in _chosen(there, articles, everything):
        sound(there.post(f"{_PATH}/{quote(article, safe='')}/retry", b"", "application/json"))
        say(form, f"{plain(article)}  queued again", id=article, state="queued")


@failures.command()
@click.argument("articles", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every failure there is.")
@administering
def drop(articles: tuple[str, ...], everything: bool, form: str, url: str | None, token: str | None) -> None:
    """Forget the failure of ARTICLES; an earlier version that was read stays as it is."""
    there = server(url, token)
    for article in _chosen(there, articles, everything):
        sound(there.delete(f"{_PATH}/{quote(article, safe='')}"))
        say(form, f"{plain(article)}  dropped", id=article, state="dropped")


def _chosen(server: Server, articles: tuple[str, ...], everything: bool) -> tuple[str, ...]:
    if bool(articles) == everything:
        raise click.UsageError("Name the articles by their ids, or all of them with --all.")
    with understood(server):
        return tuple(failure["id"] for failure in _failures(server)) if everything else articles


def _failures(server: Server) -> Iterator[dict[str, Any]]:
    for page in pages(server, f"{_PATH}?limit=1000"):
        yield from page["failures"]


def _line(failure: dict[str, Any]) -> str:
    what = plain(str(failure["title"] or failure["url"] or ""))
    reference = failure["failure"]["reference"]
    why = plain(failure["failure"]["reason"]) + (f" (log reference {reference})" if reference else "")
    return f"{failure['id']}  {failure['received']}  {what}\n  {why}"
