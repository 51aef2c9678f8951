"""Plain text of any shape has a headline and paragraphs, or is told to be no text."""

from __future__ import annotations

import pytest
from readers import AT, LEAD, Reader, Story

from timeline.reading import NotText


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
