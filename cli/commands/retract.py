"""`dateline retract`: an article is taken back."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

import click

from cli.answers import told
from cli.client import server
from cli.options import format_option, server_option, token_option
from cli.terminal import plain
from cli.understanding import understood


@click.command()
@click.argument("article", metavar="ID")
@click.option("--reason", metavar="WHY", help="Told to those who ask for the article later.")
@format_option
@server_option
@token_option
def retract(article: str, reason: str | None, form: str, url: str | None, token: str | None) -> None:
    """Withdraw the article with this ID, and with it its events, from all timelines.

    Timelines of the past, asked for with `as_of`, still have it. Submitted again, it counts again.
    """
    query = f"?{urlencode({'reason': reason})}" if reason is not None else ""
    there = server(url, token)
    with understood(there):
        found = told(there.delete(f"/api/v1/articles/{quote(article, safe='')}{query}"))
        if form == "json":
            click.echo(json.dumps(found, ensure_ascii=False, indent=2))
            return
        gone = found["withdrawn"]
        why = f": {plain(gone['reason'])}" if gone["reason"] else ""
        click.echo(f"{plain(article)}  withdrawn {gone['at']}{why}")
