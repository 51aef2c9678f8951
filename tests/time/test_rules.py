"""A rule's examples are its tests: each is read as of Wednesday 18 November 2026."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from timeline.edtf import edtf
from timeline.languages import MODULES, grammar
from timeline.mentions import Reference, tag
from timeline.model import Timex

WEDNESDAY = Reference(datetime(2026, 11, 18))
EXTENT = re.compile(r"\[(.*?)\]")
EXAMPLES = [
    pytest.param(language, text, want, id=f"{rule.name}: {text}")
    for language in MODULES
    for rule in grammar(language).rules
    for text, want in rule.examples.items()
]


def read(language: str, text: str) -> list[Timex]:
    return list(tag(EXTENT.sub(r"\1", text), WEDNESDAY, language))


@pytest.mark.parametrize(("language", "text", "want"), EXAMPLES)
def test_example(language: str, text: str, want: str | None) -> None:
    found = read(language, text)
    marked = EXTENT.search(text)
    if marked is None:
        assert not found, f"nothing to be found, but {[t.when.text for t in found]}"
        return
    here = [t for t in found if (t.start, t.end) == (marked.start(), marked.end() - 2)]
    assert here, f"{marked[1]!r} not found as it stands; found {[t.when.text for t in found]}"
    assert want in (edtf(here[0].when), here[0].when.timex.value)


def test_every_rule_shows_an_example() -> None:
    """A rule without an example would be one that nobody has ever seen work; several patterns share the first one's."""
    for language in MODULES:
        shown = {rule.name for rule in grammar(language).rules if rule.examples}
        assert {rule.name for rule in grammar(language).rules} == shown


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He could come home as early as [Tuesday].", "2026-11-24"),
        ("They planned a rally on [Saturday].", "2026-11-21"),
        ("She hopes to leave on [Thursday].", "2026-11-19"),
        ("It had been due to expire [Friday].", "2026-11-13"),
        ("The vote is [Monday].", "2026-11-23"),
        ("On [Friday], when plans were laid, it rained.", "2026-11-13"),
        ("On [Friday], the ministry planned a walk.", "2026-11-13"),
        ("It has been shut since [Nov. 20].", "2025-11-20"),
    ],
)
def test_a_bare_weekday_looks_the_way_its_own_clause_does(text: str, day: str) -> None:
    assert [(t.when.text, t.when.timex.value) for t in read("en", text)] == [(EXTENT.findall(text)[0], day)]


@pytest.mark.parametrize(
    "text",
    [
        "Jan Novak and June Weller met.",
        "The Daily Courier wrote it.",
        'He told the "48 Hours" programme.',
        "He wrote it for UVW Today.",
        "Now, he said, it rains.",
        "A 1987 Chevrolet was found.",
        "She ran 3:52.10 in the heat.",
        "It is their most recent plan.",
        "The Six-Day War and the Hundred Years' War were long.",
        "The Good Friday Agreement held.",
        "They recalled Bloody Sunday and the Prague Spring of 1968.",
        "She won in 2:04:55.",
        "He is 60 years of age and walks five miles per hour.",
        "Call 555-1984.",
        "The Today programme was told.",
    ],
)
def test_a_name_or_a_figure_is_no_time(text: str) -> None:
    assert not read("en", text)
