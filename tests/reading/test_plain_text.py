"""Plain text as scraped: the headline, the publication time and the story, without the furniture."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model import Article
from timeline.reading import NotText

Reader = Callable[..., Article]
Story = Callable[[Article], list[str]]
AT = "2026-03-05T09:30:00+00:00"

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


LEAD = "The council of Port Ellery voted on Tuesday to close the old bridge."


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


@pytest.mark.parametrize("text", ["Strikes will begin next week", "Exclusive", "It rained on Monday.", "Vote: 4 May\n"])
def test_one_paragraph_is_always_the_story(text: str, reader: Reader, story: Story) -> None:
    article = reader(text=text, published=AT)
    assert story(article) == [text.strip()]
    assert article.title_span is None
    assert article.title == text.strip()


def test_a_long_first_sentence_is_shortened_to_a_title(reader: Reader) -> None:
    article = reader(
        text="The mayor, who has been in office since the flood, " * 6 + "resigned. Nobody knew.", published=AT
    )
    assert len(article.title) <= 120
    assert article.title.endswith("…")


def test_a_given_title_is_found_in_the_text_or_stays_outside(reader: Reader) -> None:
    text = f"COUNCIL votes to close\n{LEAD}"
    assert reader(text=text, title="Council votes to close", published=AT).title == "COUNCIL votes to close"
    outside = reader(text=LEAD, title="The bridge", published=AT)
    assert (outside.title, outside.title_span) == ("The bridge", None)


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        ("PORT ELLERY, March 4 (Coastwire) - The mayor resigned.", "The mayor resigned."),
        ("PORT ELLERY (CW) — The mayor resigned.", "The mayor resigned."),
        ("Port Ellery, Wales (Coastwire) -- The mayor resigned.", "The mayor resigned."),
        ("PORT ELLERY, 4 March 2026 – “I resign,” said the mayor.", "“I resign,” said the mayor."),
        ("NATO — which met on Monday — resigned itself.", "NATO — which met on Monday — resigned itself."),
        ("Ships – all of them – were late.", "Ships – all of them – were late."),
    ],
)
def test_a_dateline_is_not_part_of_the_story(paragraph: str, rest: str, reader: Reader, story: Story) -> None:
    assert story(reader(text=paragraph, published=AT)) == [rest]


def test_hard_wrapped_lines_are_one_paragraph(reader: Reader, story: Story) -> None:
    text = (
        "Council votes to close the old bridge\n\n"
        "The council of Port Ellery voted on Tuesday night to close the\n"
        "old bridge to all traffic from the first week of April, and to\n"
        "open a ferry in its place.\n\n"
        "The vote was close.\n"
    )
    assert [" ".join(paragraph.split())[-30:] for paragraph in story(reader(text=text, published=AT))] == [
        "and to open a ferry in its place."[-30:],
        "The vote was close.",
    ]


@pytest.mark.parametrize(
    "text", ["\x00\x01\x02\x03\x04\x05\x06\x07", "PK\x03\x04" + "\x14\x00\x06\x00\x08\x00!" * 20, "…… !!"]
)
def test_binary_data_is_not_text(text: str, reader: Reader) -> None:
    with pytest.raises(NotText):
        reader(text=text, published=AT)


def test_html_sent_as_text_is_told_so(reader: Reader) -> None:
    with pytest.raises(NotText) as caught:
        reader(text="<!DOCTYPE html><html><body><p>Rain fell.</p></body></html>", published=AT)
    assert "html" in caught.value.message


def test_a_nul_becomes_a_replacement_character_in_place(reader: Reader) -> None:
    assert reader(text="Rain\x00 fell on Monday.", published=AT).text == "Rain\ufffd fell on Monday."
