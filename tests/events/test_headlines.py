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
    "the same twice": (
        "A test failed on [Monday]{2024-09-16} and again [a day later]{2024-09-17}.",
        "A test failed again",
    ),
    "one of two days": (
        "All schools will be closed on [Monday]{2024-09-23} and [Tuesday]{2024-09-24}.",
        "All schools will be closed on Tuesday",
    ),
    "two months": (
        "The loss narrowed in [January]{2024-01-01/2024-01-31} and [February]{2024-02-01/2024-02-29}.",
        "The loss narrowed",
    ),
    "an aside": (
        "Nordwind Ltd, the largest of the three builders of ships on this coast, closed its yard in Sundby on "
        "[Monday]{2024-09-16}.",
        "Nordwind Ltd closed its yard in Sundby",
    ),
    "a verb with its particle": (
        "Forty men were rounded up on [Monday]{2024-09-16}, while the courts of the capital and of all other towns "
        "stayed shut.",
        "Forty men were rounded up",
    ),
    "hyphens that stand apart": (
        "Anna Berg - Lund , a lawyer , left the board on [Monday]{2024-09-16} .",
        "Anna Berg-Lund, a lawyer, left the board",
    ),
    "a phrase that is none": (
        "The union called on [Tuesday]{2024-09-17} for a strike.",
        "The union called for a strike",
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


PRONOUNS = {
    "a thing": ("The old bridge was sold. It fell into the river on [Monday]{2024-09-16}.", "The old bridge fell"),
    "several": ("The pilots want more pay. They walked out on [Monday]{2024-09-16}.", "The pilots walked out"),
    "a person": ("Ida Holm leads the council. She resigned on [Monday]{2024-09-16}.", "Ida Holm resigned"),
    "another number": ("The old bridge was sold. They met on [Monday]{2024-09-16}.", "They met"),
    "nobody in particular": ("The old bridge was sold. It was only seen on [Monday]{2024-09-16}.", "It was only seen"),
    "a person, not a thing": ("Ida Holm leads the council. It fell apart on [Monday]{2024-09-16}.", "It fell apart"),
    "further back": (
        "The old bridge was sold. It was repaired. It fell down on [Monday]{2024-09-16}.",
        "The old bridge fell",
    ),
    "a possessive": ("Ida Holm leads the council. Her office burnt on [Monday]{2024-09-16}.", "Ida Holm's office"),
    "after a time": ("Ida Holm is mayor. On [Monday]{2024-09-16}, she resigned.", "Ida Holm resigned"),
    "another sex": ("Otto Brand said he was sad. She died on [Monday]{2024-09-16}.", "She died"),
    "another paragraph": ("The old bridge was sold.\n\nIt fell down on [Monday]{2024-09-16}.", "The old bridge fell"),
}


@pytest.mark.parametrize(("marked", "headline"), PRONOUNS.values(), ids=PRONOUNS)
def test_a_pronoun_is_replaced_where_the_sentence_before_tells_by_what(marked: str, headline: str) -> None:
    assert [event.headline.startswith(headline) for event in events(marked) if event.sources[0].marks] == [True]
