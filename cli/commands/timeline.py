"""`dateline timeline`: a topic's chronology in the terminal, or in any format that it is given out in."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import click

from cli.answers import Answer
from cli.chronology import paragraph
from cli.client import Server, server
from cli.selecting import query, selecting
from cli.terminal import plain
from cli.understanding import understood
from timeline.formats import FORMATS

_EXTENSIONS = {each.name: each.extension for each in FORMATS}


@click.command()
@click.argument("topic")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *_EXTENSIONS]),
    metavar="FORMAT",
    default="text",
    help=f"text, {', '.join(_EXTENSIONS)}.",
    show_default=True,
)
@selecting
@click.option("--server", "url", metavar="URL", help="Where Dateline runs [DATELINE_SERVER, http://127.0.0.1:8000].")
@click.option("--token", metavar="TOKEN", help="What `dateline tokens make` printed [DATELINE_TOKEN].")
def timeline(topic: str, form: str, url: str | None, token: str | None, **selection: object) -> None:
    """Print the chronology of a TOPIC, given as its title or as its page's address names it."""
    path = f"/api/v1/timelines/{quote(_slug(topic), safe='')}"
    asked, dateline = query(selection), server(url, token)
    with understood(dateline):
        match form:
            case "text":
                _print(_whole(dateline, path + asked))
            case "json":
                click.echo(json.dumps(_whole(dateline, path + asked), ensure_ascii=False, indent=2))
            case _:
                _document(_answer(dateline, f"{path}.{_EXTENSIONS[form]}{asked}"))


def _print(whole: dict[str, Any]) -> None:
    click.echo(f"{plain(whole['topic']['title'])}: {whole['count']} events")
    for event in whole["events"]:
        click.echo("\n" + paragraph(event))


def _document(answer: Answer) -> None:
    click.echo(answer.content, nl=False)
    if answer.more:
        click.echo("There are more events than one such document holds: choose some with --from and --to.", err=True)


def _whole(server: Server, path: str) -> dict[str, Any]:
    """The timeline with the events of all its pages."""
    whole = _page(server, path)
    while whole["next"]:
        page = _page(server, whole["next"])
        whole = {**page, "events": whole["events"] + page["events"]}
    return whole


def _page(server: Server, path: str) -> dict[str, Any]:
    answer = _answer(server, path)
    if not isinstance(answer.body, dict):
        raise click.ClickException(answer.complaint)
    return answer.body


def _answer(server: Server, path: str) -> Answer:
    answer = server.get(path)
    if not answer.ok:
        raise click.ClickException(answer.complaint)
    return answer


def _slug(topic: str) -> str:
    from timeline.submission import BadArticle, topic_slug

    try:
        return topic_slug(topic)
    except BadArticle as error:
        raise click.BadParameter(error.message, param_hint="TOPIC") from error
