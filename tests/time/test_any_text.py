"""Any text is read without fault on any day, and offsets are right through whatever it holds."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from cli.commands.events import events
from cli.commands.explain import explain
from cli.commands.tag import tag as tag_command
from timeline.explanations import explained
from timeline.mentions import Reference, read
from timeline.model import Timex
from timeline.pipeline import BadReference, reference

ODD = [
    "\0",
    "\u200f",
    "\u202e",
    "\U0001f600",
    "\U00010348",
    "\ud800",
    "İ",
    "ß",
    "ﬁ",
    "\u2028",
    "\u0301",
    "٢",
    "२",
    "Ⅳ",
    "\ufeff",
]
TIMES = [
    "last week",
    "10 a.m. ET",
    "Tuesday",
    "31 February",
    "3/4/24",
    "the 1990s",
    "24. Februar",
    "2024-02-30",
    "Q3 2024",
]
TEXTS = st.text() | st.lists(st.sampled_from(ODD + TIMES + [" ", "\n", "-", "'", "in", "of", "the", "1"])).map("".join)
DAYS = st.datetimes(datetime(1, 1, 1), datetime(9998, 12, 31))


@settings(deadline=None)
@given(TEXTS, DAYS, st.sampled_from(["en", "de", "fr", "ar", "zh", "xx"]))
def test_any_text_on_any_day_in_any_language(text: str, day: datetime, language: str) -> None:
    for found in read(text, Reference(day), language):
        words = found.when.text if isinstance(found, Timex) else found.text
        assert text[found.start : found.end] == words != ""
        assert not isinstance(found, Timex) or explained(found.when).explanation


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("phrase", ["last week", "on 31 February", "Tuesday, 10:15"])
def test_offsets_count_characters_past_anything(odd: str, phrase: str) -> None:
    text = f"{odd * 3} x {phrase} y {odd}"
    found = list(read(text, Reference(datetime(2024, 9, 20))))
    assert found
    for one in found:
        assert phrase.endswith(text[one.start : one.end]) or text[one.start : one.end] in phrase


@given(st.dates())
def test_every_day_but_those_of_the_last_year_can_be_read_from(day: object) -> None:
    told = str(day)
    if told.startswith("9999"):
        with pytest.raises(BadReference, match=told):
            reference(told)
    else:
        assert reference(told).moment.date() == day


@pytest.mark.parametrize(
    "bad", ["yesterday", "2024-02-30", "20/09/2024", "2024-09-20T25:00", "9999-12-31", "2024-09-20+99:00"]
)
@pytest.mark.parametrize("command", [tag_command, events])
def test_a_reference_that_is_no_date_is_named(bad: str, command: object) -> None:
    line = json.dumps({"id": "a", "dct": bad, "text": "last week"})
    said = CliRunner().invoke(command, ["--jsonl"], input=line)  # type: ignore[arg-type]
    assert (said.exit_code, "line 1 of the input" in said.output, bad in said.output) == (1, True, True)
    told = CliRunner().invoke(explain, ["last week", "--published", bad])
    assert (told.exit_code, bad in told.output) == (2, True)


def test_bytes_that_are_no_text_do_not_stop_the_reading() -> None:
    line = b'{"id":"a","dct":"2024-09-20","text":"caf\xe9 last week \\ud800"}\n'
    said = CliRunner().invoke(tag_command, ["--jsonl"], input=line)
    assert said.exit_code == 0, said.output
    (timex,) = json.loads(said.output)["timexes"]
    assert (timex["start"], timex["end"]) == (5, 14)
