"""`dateline timeline`: a topic's chronology in the terminal, or in any format that it is given out in."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import click

from cli.answers import Answer, sound
from cli.chronology import paragraph
from cli.client import Server, server
from cli.options import server_option, slug_of, token_option
from cli.paging import pages
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
@server_option
@token_option
def timeline(topic: str, form: str, url: str | None, token: str | None, **selection: object) -> None:
    """Print the chronology of a TOPIC, given as its title or as its page's address names it."""
    path = f"/api/v1/timelines/{quote(slug_of(topic, 'TOPIC'), safe='')}"
    asked, dateline = query(selection), server(url, token)
    with understood(dateline):
        match form:
            case "text":
                _print(_whole(dateline, path + asked))
            case "json":
                click.echo(json.dumps(_whole(dateline, path + asked), ensure_ascii=False, indent=2))
            case _:
                _document(sound(dateline.get(f"{path}.{_EXTENSIONS[form]}{asked}")))


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
    every = list(pages(server, path))
    return {**every[-1], "events": [event for page in every for event in page["events"]]}
