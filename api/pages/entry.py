"""An entry of a chronology."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from markupsafe import Markup, escape

from api.pages.deriving import derivation
from api.pages.quoting import marked, shape, sources, standing
from api.pages.text import LONG, boxed, isolated, safe, same
from api.pages.view import Row
from timeline.model import Event

Address = Callable[[str], str]
_APPROXIMATE = '<p class="approximate"><span aria-hidden="true">≈</span> approximate</p>'
_OPEN = '<p class="open"><span aria-hidden="true">↕</span> order not certain</p>'


class Addresses(NamedTuple):
    """By their ids, the pages of events and of articles."""

    event: Address
    article: Address


class Rare(Protocol):
    """Macros of what few entries show."""

    accounts: Callable[[Event], str]
    life: Callable[[Event], str]
    broken: Callable[[Event], str]
    damaged: Callable[[Event], str]


def entry(row: Row, ahead: bool, certain: bool, where: Addresses, rare: Rare) -> Markup:
    event, status, approximate = row.event, row.event.status.value, row.event.when.approximate
    return safe(f"""
<li><article class="event {status}{" ahead" if ahead else ""}" id="e-{escape(event.id)}" tabindex="-1" \
data-earliest="{row.dated.first or ""}" data-latest="{row.dated.last or ""}" data-status="{status}" \
data-importance="{event.importance}"{" data-approximate" if approximate else ""}>
  <div class="when">
    <p class="date">{escape(row.dated.words)}</p>
    {_APPROXIMATE if approximate else ""}
    {"" if certain else _OPEN}
  </div>
  {shape(event.status)}
  <div class="told">
    {standing(event)}
    {_heading(event, where.event(event.id))}
    {_told(row, where.article, rare)}
  </div>
</article></li>
""")


def _heading(event: Event, address: str) -> str:
    """In the words of the quotation, where it says no more."""
    quoted = event.sources and same(event.headline, event.sources[0].quote)
    words = boxed(marked(event.sources[0]) if quoted else isolated(event.headline), event.headline, "Headline")
    if len(event.headline) <= LONG:
        return f'\n<h3 class="headline"><a href="{escape(address)}" rel="bookmark">{words}</a>\n</h3>\n'
    return (
        f'\n<h3 class="headline">{words}\n</h3>'
        f'<p><a href="{escape(address)}" rel="bookmark">This event by itself</a></p>\n'
    )


def _told(row: Row, article: Address, rare: Rare) -> str:
    event = row.event
    if row.broken:
        return f"{rare.broken(event)}{sources(event, article)}"
    if row.damaged:
        return rare.damaged(event)
    life = rare.life(event) if len(event.life) > 1 else "\n"
    return f"""
    {rare.accounts(event) if event.accounts else sources(event, article)}
    {life}
    \n<details class="why">
  <summary>Why this date</summary>
  {derivation(row.dated)}
</details>

    """
