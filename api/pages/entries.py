"""The entries of a chronology as HTML; what was written before is shown again where it would be written the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from jinja2 import Environment

from api.addresses import addresses
from api.pages.entry import Address, Addresses, Rare, entry
from api.pages.showing import vocabulary
from api.pages.view import Chronology, Row
from timeline import wording
from timeline.remembering import Latest, Remembering

_REMEMBERED, _MODULES = 1000, 8


class Macros(Rare, Protocol):
    """Of the template of entries."""

    turning: Callable[[str], str]
    opened: Callable[[int, str, bool], str]
    closed: Callable[[], str]


def addressed(slug: str) -> Addresses:
    """As the present request leads to them."""
    event = addresses("pages.event", slug=slug, external=False)
    return Addresses(event, addresses("pages.article", external=False))


def listed(page: Chronology, where: Addresses, templates: Environment) -> list[bytes]:
    """In parts, to be joined once with what stands around them."""
    turn = len(page.rows) if page.turn is None else page.turn
    ahead = [False] * turn + [True] * (len(page.rows) - turn)
    # All of these addresses begin alike.
    macros = _macros(templates, where.article("0"), article=where.article)
    alike = (where.event("0"),)
    told = list(_entry.each(page.rows, ahead, page.certain, alike=alike, where=where, macros=macros))
    if page.turn is not None and page.newest is not None:
        told[turn] = _part("turning", wording.day(page.newest), macros=macros) + told[turn]
    closed, parts = _part("closed", macros=macros), list[bytes]()
    for number, group in enumerate(page.groups, 1):
        parts.append(_part("opened", number, group.heading, group.first > turn, macros=macros))
        parts += told[group.first : group.first + group.size]
        parts.append(closed)
    return parts


def _written(row: Row, ahead: bool, certain: bool, _: str, *, where: Addresses, macros: Macros) -> bytes:
    return entry(row, ahead, certain, where, macros).encode()


_entry = Remembering(_written, _REMEMBERED)
_parts = Latest[tuple[object, ...], bytes](_REMEMBERED)


def _part(name: str, *told: str | int, macros: Macros) -> bytes:
    """What a macro makes of these alone."""
    found = _parts.get((name, *told))
    if found is None:
        found = str(getattr(macros, name)(*told)).encode()
        _parts.keep((name, *told), found)
    return found


def _module(templates: Environment, _: str, *, article: Address) -> Macros:
    words = vocabulary() | {"article": article}
    return templates.get_template("pages/entry.html").make_module(words)  # type: ignore[return-value]


_macros = Remembering(_module, _MODULES)
