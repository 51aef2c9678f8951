"""Who took part, and where: names as written."""

from __future__ import annotations

import pytest
from marked import events

NAMES = {
    "Paul Anders met Ms Ida Holm in Port Ellery on [Monday]{2024-09-16}.": (
        ["Paul Anders", "Ms Ida Holm"],
        ["Port Ellery"],
    ),
    "A bomb went off in Geneva, Switzerland, on [Monday]{2024-09-16}.": ([], ["Geneva", "Switzerland"]),
    "French troops withdrew from Mali on [Monday]{2024-09-16}.": ([], ["Mali"]),
    "The Bank of Ellery bought a stake in Meridian on [Monday]{2024-09-16}.": (["Bank of Ellery", "Meridian"], []),
    "PORT ELLERY (AP) - Two men drowned off Cape Tarn on [Monday]{2024-09-16}.": ([], ["PORT ELLERY", "Cape Tarn"]),
    "Divers found the wreck on [Monday]{2024-09-16}.": ([], []),
    "The U.S. fined Nordwind's owners on [Monday]{2024-09-16}.": (["U.S.", "Nordwind"], []),
    "The lake near Mount Holm froze on [Monday]{2024-09-16}, and J. R. Blake walked over it.": ([], ["Mount Holm"]),
    "The minister, who left Rome on [Monday]{2024-09-16}, is in Oslo.": (["Rome"], []),
}


@pytest.mark.parametrize(("marked", "named"), NAMES.items())
def test_names_of_an_event(marked: str, named: tuple[list[str], list[str]]) -> None:
    (event,) = events(marked)
    assert (list(event.participants), list(event.places)) == named


def test_the_first_word_of_a_sentence_is_a_name_where_the_article_shows_it() -> None:
    lead = "Nordwind bought a ship on [Monday]{2024-09-16}."
    assert [event.participants for event in events(lead)] == [()]
    assert [event.participants for event in events(lead + " The price made Nordwind poor.")] == [("Nordwind",)]
