"""`dateline tokens`: who may use the API."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.access.scopes import WORDS, scope
from cli.failures import CannotStart, Failed, Unreachable
from cli.options import data_option, format_option, say
from cli.terminal import plain

if TYPE_CHECKING:
    from timeline.store import Token, Tokens


@click.group()
def tokens() -> None:
    """Make, list and revoke tokens for the API.

    A token reads, or also submits, or does everything: its scope is read, submit or admin. From the first
    one on, nobody writes without.
    """


@tokens.command()
@click.argument("name")
@click.option("--scope", "word", type=click.Choice(WORDS), default="submit", show_default=True, help="What it allows.")
@format_option
@data_option
def make(name: str, word: str, form: str, data: Path) -> None:
    """Make a token for NAME and print it, this once."""
    from api.access.tokens import issued

    if not plain(name):
        raise click.BadParameter("say whom or what the token is for.", param_hint="NAME")
    token, words = issued(plain(name), scope(word), datetime.now(UTC))
    with _kept(data, create=True) as kept:
        kept.add(token)
    say(form, words, token=words, id=token.id, name=token.name, scope=token.scope)
    click.echo(f"Keep it: it is not shown again. `dateline tokens revoke {token.id}` ends it.", err=True)


@tokens.command("list")
@format_option
@data_option
def list_(form: str, data: Path) -> None:
    """List the tokens that were made: id, scope, when, name, and since when revoked."""
    with _kept(data) as kept:
        for token in kept.all():
            say(form, _row(token), **_data(token))


@tokens.command()
@click.argument("which", metavar="ID-OR-NAME")
@format_option
@data_option
def revoke(which: str, form: str, data: Path) -> None:
    """End a token, or every token of a name, at once."""
    with _kept(data) as kept:
        ended = kept.revoke(which, datetime.now(UTC))
    if not ended:
        raise Failed(f"There is no good token {plain(which)!r}; `dateline tokens list` shows those there are.")
    say(form, f"{ended} revoked.", revoked=ended)


@contextmanager
def _kept(data: Path, *, create: bool = False) -> Iterator[Tokens]:
    """The tokens of the store, which ``create`` makes where it is missing."""
    from cli.running.folder import database_url
    from timeline import store

    try:
        url = database_url(data.resolve(), os.environ)
        if create:
            store.upgrade(url)
        with closing(store.open_store(url)) as opened:
            yield opened.tokens
    except store.Unavailable as error:
        raise Unreachable(f"The tokens cannot be reached: {error} See DATABASE_URL and --data.") from error
    except (store.TooNew, ValueError) as error:
        raise CannotStart(f"The tokens cannot be reached: {error}") from error


def _data(token: Token) -> dict[str, object]:
    ended = token.revoked.isoformat() if token.revoked else None
    return {
        "id": token.id, "scope": token.scope, "made": token.made.isoformat(), "name": token.name, "revoked": ended
    }  # fmt: skip


def _row(token: Token) -> str:
    ended = f"revoked {token.revoked:%Y-%m-%d %H:%M} UTC" if token.revoked else ""
    return "\t".join((token.id, token.scope, f"{token.made:%Y-%m-%d %H:%M} UTC", token.name, ended)).rstrip()
