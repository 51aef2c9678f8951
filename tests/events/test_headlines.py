"""A headline is a sentence that is understood without the article."""

from __future__ import annotations

import pytest
from marked import events

HEADLINES = {
    "a participle": (
        "A study published [last week]{2024-09-09/2024-09-15} found lead in the water.",
        "A study was published",
    ),
    "several": (
        "Two letters found on [Monday]{2024-09-16} were forgeries.",
        "Two letters were found",
    ),
    "one of two verbs": (
        "The plan was drawn up in [May]{2024-05-01/2024-05-31} and dropped in [August]{2024-08-01/2024-08-31}.",
        "The plan was dropped",
    ),
    "a verb of a relative clause": (
        "Ida Holm, who teaches law and spent [the 1990s]{1990-01-01/1999-12-31} in Rome, will lead the inquiry.",
        "Ida Holm spent the 1990s in Rome",
    ),
    "an object": (
        "The play, which she finished in [June]{2024-06-01/2024-06-30}, tells of a flood.",
        "She finished the play",
    ),
    "a subject with more to it": (
        "The school for deaf children, which was closed [last year]{2023-01-01/2023-12-31}, will reopen.",
        "The school for deaf children was closed",
    ),
    "who speaks": (
        "Nordwind Ltd said it will close the yard in [June]{2025-06-01/2025-06-30}.",
        "Nordwind Ltd will close the yard",
    ),
    "a link": (
        "But the council rejected the plan on [Tuesday]{2024-09-17}.",
        "The council rejected the plan",
    ),
    "a long subject": (
        "Quiet approval for the island to sell its oil abroad without a licence could come [next month]"
        "{2024-10-01/2024-10-31}, we have learned.",
        "Quiet approval could come",
    ),
    "a time that fills": (
        "The family will spend [Christmas]{2024-12-25} in a hotel.",
        "The family will spend Christmas in a hotel",
    ),
    "a time that bounds": (
        "The bank made a loss in the year ending [30 June]{2024-06-30}.",
        "The bank made a loss in the year ending 30 June",
    ),
}


@pytest.mark.parametrize(("marked", "headline"), HEADLINES.values(), ids=HEADLINES)
def test_a_headline_stands_alone(marked: str, headline: str) -> None:
    assert headline in [event.headline for event in events(marked)]
