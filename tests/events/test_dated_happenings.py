"""Each dated happening of a sentence gives one event."""

from __future__ import annotations

import pytest
from marked import events

ONE_EACH = {
    "two dated clauses": (
        "Work began on [3 March]{2024-03-03} and the station will open in [May]{2025-05-01/2025-05-31}.",
        ["Work began", "The station will open"],
    ),
    "two verbs of one subject": (
        "The man was arrested on [Monday]{2024-09-16} and charged on [Tuesday]{2024-09-17}.",
        ["The man was arrested", "The man was charged"],
    ),
    "a relative clause": (
        "The minister, who resigned on [Monday]{2024-09-16}, was seen in Rome.",
        ["The minister resigned"],
    ),
    "a participle after its noun": (
        "A letter published on [Monday]{2024-09-16} was a forgery.",
        ["A letter was published"],
    ),
    "an adverbial clause": (
        "Prices fell after the bank cut its rate on [Monday]{2024-09-16}.",
        ["The bank cut its rate"],
    ),
    "a speaker at the end": (
        "The road will be closed on [Sunday]{2024-09-22}, the council said.",
        ["The road will be closed"],
    ),
    "a dated statement and what it announces": (
        "The firm said on [Monday]{2024-09-16} that it will close the mine in [June]{2025-06-01/2025-06-30}.",
        ["The firm said that it will close the mine in June", "The firm said on Monday that it will close the mine"],
    ),
    "a dated quotation": (
        "“The mine will be gone by [June]{2025-06-01/2025-06-30},” he said on [Monday]{2024-09-16}.",
        ["“The mine will be gone by June,” he said"],
    ),
    "a time within a time": (
        "The siren rang on [Monday]{2024-09-16} and the school was cleared.",
        ["The siren rang"],
    ),
    "a duration": ("The strike lasted [three weeks]{}.", []),
    "how long": ("The town lived on potatoes through [the winter]{2023-12-01/2024-02-29}.", []),
    "whether": ("They asked whether he would resign on [Monday]{2024-09-23}.", []),
    "an open question": ("He spoke about how they will heat the hall in [December]{2024-12-01/2024-12-31}.", []),
    "a year that names": ("The [2012]{2012-01-01/2012-12-31} games made her famous.", []),
    "a comparison": ("Sales were higher than in [2022]{2022-01-01/2022-12-31}.", []),
    "no verb at all": ("Photo: [12 May]{2024-05-12}", []),
    "a day like others": ("It was quiet for a [Saturday]{2024-09-14}.", []),
}


@pytest.mark.parametrize(("marked", "headlines"), ONE_EACH.values(), ids=ONE_EACH)
def test_each_dated_happening_gives_one_event(marked: str, headlines: list[str]) -> None:
    found = sorted(events(marked), key=lambda event: event.sources[0].marks[0].start)
    assert [event.headline for event in found] == headlines
