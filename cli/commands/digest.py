"""``dateline digest``: the days that matter most in many articles, and what happened on them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click

_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
_NUMBER = click.IntRange(min=1)
_DAY = click.DateTime(["%Y-%m-%d"])


class _Size(TypedDict):
    query: str
    dates: int
    sentences: int


@click.command("digest")
@click.argument("articles", type=_FILE)
@click.option("--query", metavar="WORDS", default="", help="What it is to be about [what the articles share].")
@click.option("--dates", metavar="L", type=_NUMBER, default=10, show_default=True, help="How many, at most.")
@click.option("--sentences", metavar="K", type=_NUMBER, default=1, show_default=True, help="For each date, at most.")
@click.option("--from", "first", metavar="D", type=_DAY, help="No articles and dates before this day, as 2024-09-20.")
@click.option("--to", "last", metavar="D", type=_DAY, help="No articles and dates after this day.")
def digest(articles: Path, first: datetime | None, last: datetime | None, **size: Unpack[_Size]) -> None:
    """Pick the most important dates of ARTICLES, and the sentences that tell best what happened.

    ARTICLES is a file, gzipped or not, or - for standard input, with {"id", "time", "title", "text"} a line. Writes
    [["YYYY-MM-DD", ["sentence", …]], …] in the order of time. Starts no server and keeps nothing.
    """
    import gc

    from cli.collection import collected
    from cli.documents import write
    from timeline.digest import Asked, digest
    from timeline.pipeline import tellings
    from timeline.wire import digest_json

    if first and last and first > last:
        raise click.BadParameter(f"{first:%Y-%m-%d} is after {last:%Y-%m-%d}", param_hint="--from")
    asked = Asked(first=first.date() if first else None, last=last.date() if last else None, **size)
    within = (article for article in collected(articles) if asked.covers(article.published.date()))
    gc.disable()  # what is read stays until the end: looking through it again and again takes a tenth of the time
    try:
        write(digest_json(digest(map(tellings, within), asked)))
    finally:
        gc.enable()
