"""Options that several commands share."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

data_option = click.option(
    "--data",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default="data",
    show_default=True,
    help="Data folder of `dateline up`; DATABASE_URL goes before it.",
)

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Words for people, or a JSON object a line.",
)

server_option = click.option(
    "--server", "url", metavar="URL", help="Where Dateline runs [DATELINE_SERVER, http://127.0.0.1:8000]."
)
_PRINTED = "What `dateline tokens make` printed"
token_option = click.option("--token", metavar="TOKEN", help=f"{_PRINTED} [DATELINE_TOKEN].")
admin_option = click.option("--token", metavar="TOKEN", help=f"{_PRINTED}, of scope admin [DATELINE_TOKEN].")


def administering(command: Command) -> Command:
    """What asks a server for what takes a token of scope admin, and tells it for people or programs."""
    return format_option(server_option(admin_option(command)))


def say(form: str, words: str, **data: object) -> None:
    """Prints ``words``, or ``data`` where JSON was asked for."""
    click.echo(json.dumps(data, ensure_ascii=False) if form == "json" else words)


def slug_of(topic: str, option: str) -> str:
    """The address of a topic that ``option`` names by its title or slug; raises `click.BadParameter`."""
    from timeline.submission import BadArticle, topic_slug

    try:
        return topic_slug(topic)
    except BadArticle as error:
        raise click.BadParameter(error.message, param_hint=option) from error
