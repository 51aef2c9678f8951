"""What goes into a format comes out of it by another program's reading: the same events, times and statuses."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from edtf import is_valid_edtf
from format_readers import READERS
from format_specimens import LINKS, SLUGS, seeds, timeline, timelines
from hypothesis import HealthCheck, Phase, given, settings
from told_events import Told, utc

from timeline.edtf import edtf
from timeline.formats import FORMATS, Format
from timeline.model import Event, Timeline
from timeline.wire import earliest, latest

FORMS = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
_ANY = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
_TURNING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def shown(text: str) -> str:
    """The text on one line, with U+FFFD for what no document may carry."""
    return " ".join("".join("\ufffd" if _unfit(one) else one for one in text).split()) or "(no visible text)"


def _unfit(one: str) -> bool:
    unassigned = ord(one) & 0xFFFE == 0xFFFE and ord(one) < 0x10000
    noncharacter = 0xFDD0 <= ord(one) <= 0xFDEF or unassigned
    return (unicodedata.category(one) in ("Cc", "Cs") and one not in "\t\n\r") or ord(one) in _TURNING or noncharacter


def expected(name: str, event: Event) -> Told:
    """As the event is, but for what the format has no word for."""
    first, last = earliest(event.when), latest(event.when)
    if name in ("atom", "markdown"):
        first, last = (end and end[:10] for end in (first, last))
    if name == "timelinejs":
        first, last = (end and end[:19] for end in (first or last, last or first))
    if name == "ics":
        first, last = (end and utc(end) for end in (first or last, last or first))
    headline = event.headline if name == "json" else shown(event.headline)
    return Told(event.id, headline, event.status.value, first, last)


def check(form: Format, told: Timeline) -> None:
    document = form.written(told, LINKS)
    assert form.written(told, LINKS) == document
    found = {one.id: one for one in READERS[form.name](document)}
    events = [event for event in told.events if form.name != "timelinejs" or edtf(event.when) is not None]
    wanted = {event.id: expected(form.name, event) for event in events}
    if form.name == "ics":
        found = {name: one._replace(headline=_without_time(one, wanted[name])) for name, one in found.items()}
    assert found == wanted


def _without_time(one: Told, wanted: Told) -> str:
    """The summary of what is not told to the day has its time in brackets at its end."""
    return wanted.headline if one.headline.startswith(f"{wanted.headline} (") else one.headline


@FORMS
@pytest.mark.parametrize("topic", SLUGS)
def test_the_seeds_come_back(form: Format, topic: str) -> None:
    assert seeds()[topic].events
    check(form, seeds()[topic])


@FORMS
@_ANY
@given(told=timelines)
def test_any_timeline_comes_back(form: Format, told: Timeline) -> None:
    check(form, told)


@FORMS
def test_a_headline_of_100_kilobytes_comes_back(form: Format) -> None:
    event = next(iter(seeds().values())).events[0]
    check(form, timeline(replace(event, headline="<b>é, " * 17_000)))


@_ANY
@given(told=timelines)
def test_edtf_is_valid_edtf(told: Timeline) -> None:
    assert [place for event in told.events if (place := edtf(event.when)) and not is_valid_edtf(place)] == []


@FORMS
def test_a_timeline_without_events_is_a_document_too(form: Format) -> None:
    assert READERS[form.name](form.written(timeline(), LINKS)) == []


def test_no_format_knows_another() -> None:
    """Nor does importing the list of them load any."""
    names = {f"timeline.formats.{form.name}" for form in FORMATS}
    assert {name: sorted(set(_imports(name)) & names) for name in names} == {name: [] for name in names}
    code = "import sys, timeline.formats; print(sorted(set(sys.argv[1:]) & set(sys.modules)))"
    ended = subprocess.run(
        [sys.executable, "-c", code, *names, "feedgen", "icalendar"], capture_output=True, check=True
    )
    assert ended.stdout == b"[]\n"


def _imports(name: str) -> Iterator[str]:
    spec = importlib.util.find_spec(name)
    assert spec is not None
    for node in ast.walk(ast.parse(Path(str(spec.origin)).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield str(node.module)
            yield from (f"{node.module}.{each.name}" for each in node.names)


def test_every_format_has_a_name_an_extension_and_a_media_type_of_its_own() -> None:
    for values in zip(*((form.name, form.extension, form.media_type) for form in FORMATS), strict=True):
        assert len(set(values)) == len(FORMATS)
    assert set(READERS) == {form.name for form in FORMATS}
