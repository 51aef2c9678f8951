"""When raw text says that it was published."""

from __future__ import annotations

import pytest
from readers import LEAD, Reader, Story

from timeline.reading import AmbiguousPublicationTime, NoPublicationTime


@pytest.mark.parametrize(
    ("stamp", "published", "day_only"),
    [
        ("5 March 2026, 09:30", "2026-03-05T09:30:00+00:00", False),
        ("Published: Thu 5 Mar 2026 9.30am GMT", "2026-03-05T09:30:00+00:00", False),
        ("2026-03-05T09:30:00Z", "2026-03-05T09:30:00+00:00", False),
        ("March 5, 2026 at 9:30 AM EST", "2026-03-05T09:30:00-05:00", False),
        ("Veröffentlicht am 5. März 2026 um 09:30 Uhr", "2026-03-05T09:30:00+00:00", False),
        ("Publié le : 5 mars 2026 à 09:30", "2026-03-05T09:30:00+00:00", False),
        ("25/02/2026 09:30", "2026-02-25T09:30:00+00:00", False),
        ("By Tom Reyes, 5 March 2026, 09:30", "2026-03-05T09:30:00+00:00", False),
        ("Tom Reyes | Published 5 March 2026, 09:30 | Updated 6 March 2026, 11:00", "2026-03-05T09:30:00+00:00", False),
        ("Thu 5 Mar 2026 09.30 GMTLast modified on Fri 6 Mar 2026 11.00 GMT", "2026-03-05T09:30:00+00:00", False),
        ("Updated 6 March 2026, 11:00\nPublished 5 March 2026, 09:30", "2026-03-05T09:30:00+00:00", False),
        ("Updated 6 March 2026, 11:00", "2026-03-06T11:00:00+00:00", False),
        ("Thursday, March 5, 2026", "2026-03-05T00:00:00+00:00", True),
    ],
)
def test_the_publication_time_is_found_on_a_line_of_its_own(
    stamp: str, published: str, day_only: bool, reader: Reader, story: Story
) -> None:
    article = reader(text=f"Council votes to close the old bridge\n{stamp}\n{LEAD}\nIt opened in 1931.")
    assert (article.published.isoformat(), article.day_only) == (published, day_only)
    assert article.title == "Council votes to close the old bridge"


def test_the_time_may_stand_above_the_headline_and_a_clock_beats_a_masthead(reader: Reader) -> None:
    above = reader(text=f"5 March 2026, 09:30\nCouncil votes to close the old bridge\n{LEAD}")
    assert (above.title, above.published.hour) == ("Council votes to close the old bridge", 9)
    masthead = f"Friday 6 March 2026\nCouncil votes to close the old bridge\n5 March 2026, 09:30\n{LEAD}"
    assert reader(text=masthead).published.day == 5


@pytest.mark.parametrize(
    "text",
    [
        "x",
        f"Council votes to close the old bridge\nUpdated 3 hours ago\n{LEAD}",
        f"Council votes to close the old bridge\n{LEAD}\nOn 5 March 2026 it was shut.",
        f"Election called for 4 June 2026\n{LEAD}",
        f"Election called at last, 4 May 2026\n{LEAD}",
        "The bridge opened.\nIt was busy all day, said the mayor.\nA second sentence, said the port.\n5 March 2026",
    ],
)
def test_a_date_in_the_story_is_no_publication_time(text: str, reader: Reader) -> None:
    with pytest.raises(NoPublicationTime):
        reader(text=text)


def test_an_ambiguous_time_in_the_text_is_refused_saying_how_to_write_it(reader: Reader) -> None:
    with pytest.raises(AmbiguousPublicationTime) as caught:
        reader(text=f"Council votes to close the old bridge\n03/04/2026 09:30\n{LEAD}")
    assert "2026-04-03 or 2026-03-04" in caught.value.message


def test_a_given_time_that_is_ambiguous_is_settled_by_the_text(reader: Reader) -> None:
    text = f"Council votes to close the old bridge\n3 April 2026\n{LEAD}"
    assert reader(text=text, published="03/04/2026 09:30").published.month == 4


def test_a_dateline_with_a_year_gives_the_day_when_nothing_else_does(reader: Reader) -> None:
    article = reader(text="PORT ELLERY, March 4, 2026 (Coastwire) - The mayor resigned.")
    assert (article.published.isoformat(), article.day_only) == ("2026-03-04T00:00:00+00:00", True)
    with pytest.raises(NoPublicationTime):
        reader(text="PORT ELLERY, March 4 (Coastwire) - The mayor resigned.")
