"""`dateline timeline`: a topic's chronology in the terminal."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import click

from cli.client import Server, server
from cli.terminal import plain


@click.command()
@click.argument("topic")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--server", "url", metavar="URL", help="Where Dateline runs [DATELINE_SERVER, http://127.0.0.1:8000].")
@click.option("--token", metavar="TOKEN", help="What `dateline tokens make` printed [DATELINE_TOKEN].")
def timeline(topic: str, form: str, url: str | None, token: str | None) -> None:
    """Print the whole chronology of a TOPIC, given as its title or as its page's address names it."""
    whole = _whole(server(url, token), topic)
    if form == "json":
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return
    click.echo(f"{plain(whole['topic']['title'])}: {whole['count']} events")
    for event in whole["events"]:
        click.echo("\n" + _paragraph(event))


def _whole(server: Server, topic: str) -> dict[str, Any]:
    """The timeline with the events of all its pages."""
    whole = _page(server, f"/api/v1/timelines/{quote(_slug(topic), safe='')}")
    while whole["next"]:
        page = _page(server, whole["next"])
        whole = {**page, "events": whole["events"] + page["events"]}
    return whole


def _page(server: Server, path: str) -> dict[str, Any]:
    answer = server.get(path)
    if not answer.ok or not isinstance(answer.body, dict):
        raise click.ClickException(answer.complaint)
    return answer.body


def _slug(topic: str) -> str:
    from timeline.submission import BadArticle, topic_slug

    try:
        return topic_slug(topic)
    except BadArticle as error:
        raise click.BadParameter(error.message, param_hint="TOPIC") from error


def _paragraph(event: dict[str, Any]) -> str:
    when, source = event["when"], event["sources"][0]
    about = "about " if when["approximate"] else ""
    span = " … ".join(dict.fromkeys(plain(str(end or "?")) for end in (when["earliest"], when["latest"])))
    origin = ", ".join(plain(part) for part in (source["publisher"], source["title"], source["url"]) if part)
    more = f" (and {len(event['sources']) - 1} more)" if len(event["sources"]) > 1 else ""
    return (
        f"{about}{span}  [{event['status']}]\n"
        f"  {plain(event['headline'])}\n"
        f"  “{plain(source['quote'])}”\n"
        f"  {origin}{more}"
    )
