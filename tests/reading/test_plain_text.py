"""Plain text as scraped: the story is told apart from its furniture."""

from __future__ import annotations

import pytest
from readers import AT, LEAD, Reader, Story

SCRAPED = """\
Mara Okafor 6am - 10am
Live
Ferry crews could walk out for a fortnight before Easter
5 March 2026, 09:30
Ferry crews could walk out for a fortnight before Easter, Radio Ellery understands.
Listen to this article
Loading audio...
The union will send ballot papers to 900 members next week.
Read more: Lighthouse keeper retires after forty years
What the crews want
A spokeswoman for the port said last night that talks would go on for as long as it took
"We have not left the table," she added.
Advertisement
Picture: Ellery Images
Sign up for our newsletter to get the best of Ellery every morning.
Related stories
Bridge to close for repairs in the spring of next year
© 2026 Radio Ellery
"""


def test_an_article_as_scraped_is_read_without_its_furniture(reader: Reader, story: Story) -> None:
    article = reader(text=SCRAPED, topics=["Ferries"])
    assert article.title == "Ferry crews could walk out for a fortnight before Easter"
    assert article.published.isoformat() == "2026-03-05T09:30:00+00:00"
    assert article.topics == ("Ferries",)
    assert story(article) == [
        "Ferry crews could walk out for a fortnight before Easter, Radio Ellery understands.",
        "The union will send ballot papers to 900 members next week.",
        "A spokeswoman for the port said last night that talks would go on for as long as it took",
        '"We have not left the table," she added.',
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Tom Reyes 10pm - 1am", "Drive with Tom Reyes, 16:00-19:00", "7am to 10am: Breakfast with Mara Okafor",
        "Exclusive", "LIVE", "Opinion:", "Listen to this article", "Loading audio...", "Listen to this article 4 min",
        "Read more: Council names new mayor after a long night", "READ MORE | Council names new mayor",
        "Advertisement", "Share this article", "Follow us on Ellergram and Portbook for more",
        "Sign up to our newsletter and never miss a story again.", "We use cookies to improve your visit.",
        "© 2026 Ellery Post", "Copyright 2026 Ellery Post. All rights reserved.", "By Tom Reyes",
        "By Tom Reyes and Mara Okafor", "By Tom Reyes, Transport Editor", "By Tom Reyes in Port Ellery",
        "Photo: Mara Okafor/Ellery Images", "The bridge at dusk. Picture: Ellery Images", "(Image credit: Tom Reyes)",
        "4 min read", "Updated 3 hours ago", "5 March 2026", "Tom Reyes | 5 March 2026 | 4 min read",
        "Tags: bridge, council", "https://ellery.example/bridge", "* * *", "#bridge #council", "tom@ellery.example",
        "Correction: an earlier version misspelt the mayor's name.",
    ],
)  # fmt: skip
def test_furniture_is_no_story_wherever_it_stands(line: str, reader: Reader, story: Story) -> None:
    for lines in (
        ["Council votes to close the old bridge", line, LEAD, "It opened in 1931, records show."],
        ["Council votes to close the old bridge", LEAD, line, "It opened in 1931, records show."],
        ["Council votes to close the old bridge", LEAD, "It opened in 1931, records show.", line],
        [line, "Council votes to close the old bridge", LEAD, "It opened in 1931, records show."],
    ):
        article = reader(text="\n".join(lines), published=AT)
        assert story(article) == [LEAD, "It opened in 1931, records show."]
        assert article.title == "Council votes to close the old bridge"


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the bridge had been closed to all but buses.",
        "By April, the council expects to have chosen a builder",
        "Copyright law was the next item, and it took until midnight.",
        "Polls open at 7am and close at 10pm on the day of the referendum",
        "Ellery Rovers beat Harbour Town 3-1 on the day of the vote",
        "Live music will be allowed on the quay from next week.",
        "Opinion was divided on Tuesday.",
        "The new bridge will be twice as wide, and will carry trams from the spring of next year",
        "Photograph: Mara Okafor/Ellery Images The old bridge has stood for almost a hundred years.",
        "It is the oldest of five, the mayor said, and was first closed for repairs, oddly, on April 28, 2003.",
        "He said:",
        "• A builder is to be chosen in April",
        "“We will vote again.”",
        "Listen to any captain and you will hear the same, said the mayor.",
    ],
)
def test_a_line_of_story_stays_story(line: str, reader: Reader, story: Story) -> None:
    text = "\n".join(["Council votes to close the old bridge", LEAD, line, "It opened in 1931, records show."])
    assert line in story(reader(text=text, published=AT))
