"""A chronology as lines for a terminal: what happened and when, who says so, who contradicts, and how a plan went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cli.terminal import plain

_STAGES = {
    "announced": "announced for {}",
    "confirmed": "confirmed for {}",
    "moved": "moved to {}",
    "cancelled": "called off",
    "happened": "happened: {}",
}


def paragraph(event: Mapping[str, Any]) -> str:
    return "\n".join(_lines(event))


def _lines(event: Mapping[str, Any]) -> Iterator[str]:
    yield f"{_span(event['when'])}  [{event['status']}]"
    yield f"  {plain(event['headline'])}"
    yield from _told(event) if not event["conflict"] else _disputed(event)
    if len(event["life"]) > 1:
        yield from (f"  - {_step(step)}" for step in event["life"])


def _told(event: Mapping[str, Any]) -> Iterator[str]:
    source = event["sources"][0]
    more = f" (and {len(event['sources']) - 1} more)" if len(event["sources"]) > 1 else ""
    yield f"  “{plain(source['quote'])}”"
    yield f"  {_origin(source)}{more}"


def _disputed(event: Mapping[str, Any]) -> Iterator[str]:
    yield "  Sources disagree:"
    for account in event["accounts"]:
        source, *others = account["sources"]
        more = f" (and {len(others)} more)" if others else ""
        yield f"  - {_span(account['when'])}  [{account['status']}]"
        yield f"    “{plain(source['quote'])}”"
        yield f"    {_origin(source)}{more}"


def _step(step: Mapping[str, Any]) -> str:
    if step["published"] is None:
        return "not heard of since: the date has gone by"
    by = ", ".join(filter(None, (plain(step["publisher"] or ""), step["published"][:10])))
    return f"{_STAGES[step['stage']].format(_days(step))} ({by})"


def _origin(source: Mapping[str, Any]) -> str:
    return ", ".join(plain(part) for part in (source["publisher"], source["title"], source["url"]) if part)


def _span(when: Mapping[str, Any]) -> str:
    return f"about {_days(when)}" if when["approximate"] else _days(when)


def _days(told: Mapping[str, Any]) -> str:
    return " … ".join(dict.fromkeys(plain(str(end or "?")) for end in (told["earliest"], told["latest"])))
