"""Duckling (Haskell) through a wheel that holds it compiled; times and durations in English."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from duckling import (
    Context,
    default_locale_lang,
    load_time_zones,
    parse,
    parse_dimensions,
    parse_lang,
    parse_locale,
    parse_ref_time,
)

from measure.peers.protocol import Finding, serve

_ZONES = load_time_zones("/usr/share/zoneinfo")
_LOCALE = parse_locale("EN_US", default_locale_lang(parse_lang("EN")))
_DIMENSIONS = parse_dimensions(["time", "duration"])


def reference(moment: datetime) -> Context:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return Context(parse_ref_time(_ZONES, "UTC", int(aware.timestamp())), _LOCALE)


def read(text: str, context: Context) -> list[Finding]:
    native: list[Finding] = parse(text, context, _DIMENSIONS, False)
    return native


def findings(text: str, native: list[Finding]) -> Iterator[Finding]:
    for found in native:
        place = {"start": found["start"], "end": found["end"], "text": found["body"]}
        yield {**place, **(_period(found["value"]) if found["dim"] == "duration" else _moment(found["value"]))}


def _moment(value: Finding) -> Finding:
    """An interval is taken for its first unit, as with the other readers."""
    point = value.get("from") or value.get("to") or value
    return {"moment": point["value"], "grain": point["grain"]}


def _period(value: Finding) -> Finding:
    unit = value["unit"]
    letter = f"T{value['value']}{unit[0]}" if unit in {"hour", "minute", "second"} else f"{value['value']}{unit[0]}"
    return {"period": f"P{letter}".upper()}


if __name__ == "__main__":
    serve("pyduckling-native-phihos", reference, read, findings)
