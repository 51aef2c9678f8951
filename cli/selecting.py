"""Options that select events of a topic: the parameters of the API's timelines, under the same names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import click

from cli.options import Command
from timeline.interval import Granularity
from timeline.model import Order, Status

_STATUSES = [status.value for status in Status]
_GRANULARITIES = [granularity.word for granularity in Granularity]
_OPTIONS = {
    "from": click.option("--from", "from", metavar="DAY", help="From this day on, such as 2024-09-20."),
    "to": click.option("--to", "to", metavar="DAY", help="Up to this day."),
    "status": click.option("--status", multiple=True, type=click.Choice(_STATUSES), help="May be given several times."),
    "granularity": click.option(
        "--granularity",
        multiple=True,
        type=click.Choice(_GRANULARITIES),
        metavar="UNIT",
        help=f"How fine the time was told: {', '.join(_GRANULARITIES)}. May be given several times.",
    ),
    "min_importance": click.option("--min-importance", metavar="NUMBER", help="From 0 to 1."),
    "source": click.option("--source", metavar="NAME", help="A publisher, or the id of an article."),
    "q": click.option("--query", "q", metavar="WORDS", help="What the events are about."),
    "as_of": click.option("--as-of", metavar="TIME", help="The timeline as it was known at that moment."),
    "order": click.option("--order", type=click.Choice([order.value for order in Order]), help="asc unless given."),
}


def selecting(command: Command) -> Command:
    """With these options, whose values come under their names in the API."""
    for option in reversed(_OPTIONS.values()):
        command = option(command)
    return command


def query(given: Mapping[str, Any]) -> str:
    """What was given of them, as the end of an address: empty, or from the question mark on."""
    values = [(name, value) for name, value in given.items() if value not in (None, ())]
    return f"?{urlencode(values, doseq=True)}" if values else ""
