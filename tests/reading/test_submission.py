"""What is taken as a submission, and what is refused, naming the field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers import AT, Reader

from timeline.submission import BadArticle, InvalidSubmission, submission, topic_slug


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ([], ""),
        ("a text", ""),
        (None, ""),
        ({}, "text"),
        ({"topics": ["Ferries"]}, "text"),
        ({"text": ""}, "text"),
        ({"text": " \n\t\u00a0 "}, "text"),
        ({"text": "\x00\x00"}, "text"),
        ({"text": 12}, "text"),
        ({"text": None}, "text"),
        ({"html": ["<p>"]}, "html"),
        ({"text": "A.", "html": "<p>A.</p>"}, "html"),
        ({"text": "A.", "colour": "red"}, "colour"),
        ({"text": "A.", "published": 1772703000}, "published"),
        ({"text": "A.", "published": "  "}, "published"),
        ({"text": "A.", "title": ""}, "title"),
        ({"text": "A.", "title": "x" * 1001}, "title"),
        ({"text": "A.", "url": "ftp://example.org/a"}, "url"),
        ({"text": "A.", "url": "example.org/a"}, "url"),
        ({"text": "A.", "url": "https://"}, "url"),
        ({"text": "A.", "url": "https://[::1/a"}, "url"),
        ({"text": "A.", "url": "https://example.org:port/"}, "url"),
        ({"text": "A.", "url": "javascript:alert(1)"}, "url"),
        ({"text": "A.", "url": "https://example.org/a b"}, "url"),
        ({"text": "A.", "language": "english language"}, "language"),
        ({"text": "A.", "topics": "Ferries"}, "topics"),
        ({"text": "A.", "topics": ["Ferries", 3]}, "topics.1"),
        ({"text": "A.", "topics": ["  "]}, "topics.0"),
        ({"text": "A.", "topics": ["?!"]}, "topics"),
        ({"text": "A.", "topics": ["t" * 201]}, "topics.0"),
        ({"text": "A.", "topics": [f"topic {n}" for n in range(21)]}, "topics"),
    ],
)
def test_a_fault_names_its_field(data: object, field: str) -> None:
    with pytest.raises(InvalidSubmission) as caught:
        submission(data)
    assert caught.value.field == field
    assert caught.value.message.endswith(".")
    assert "Value error" not in caught.value.message


def test_topics_may_be_left_out_and_are_distinct_by_address() -> None:
    assert submission({"text": "A."}).topics == []
    assert submission({"text": "A.", "topics": ["Dock  strike", "dock strike", "Ferries"]}).topics == [
        "Dock strike",
        "Ferries",
    ]


def test_lone_surrogates_become_replacement_characters() -> None:
    assert submission({"text": "The \ud83d sign."}).text == "The \ufffd sign."


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Dock strike", "dock-strike"),
        ("  Britain’s   Budget 2026! ", "britains-budget-2026"),
        ("Straße & Bahn", "straße-bahn"),
        ("北海道 新幹線", "北海道-新幹線"),
        ("किसान आंदोलन", "किसान-आंदोलन"),
        ("a/b_c.d", "a-b-c-d"),
    ],
)
def test_a_topics_address_keeps_letters_of_any_script(title: str, slug: str) -> None:
    assert topic_slug(title) == slug


@given(st.text(max_size=60))
def test_a_topics_address_is_its_own_address(title: str) -> None:
    try:
        slug = topic_slug(title)
    except BadArticle:
        return
    assert topic_slug(slug) == slug
    assert slug.strip("-") == slug != ""


NEWS = "Dockers vote to strike for a week\n5 March 2026, 09:30\nDockers in Port Ellery voted on Monday to strike."


def test_the_same_article_twice_is_one_article(reader: Reader) -> None:
    assert reader(text=NEWS).id == reader(text=NEWS).id
    assert len(reader(text=NEWS).id) == 32


def test_a_correction_is_the_same_article(reader: Reader) -> None:
    corrected = NEWS.replace("on Monday", "on Sunday")
    assert reader(text=corrected).id == reader(text=NEWS).id
    here = {"url": "https://ellery.example/dock", "published": AT}
    assert reader(text="Now corrected.", **here).id == reader(text="First version.", **here).id


def test_a_publication_time_in_another_notation_is_the_same_article(reader: Reader) -> None:
    given_time = reader(text=NEWS, published="2026-03-05T10:30:00+01:00")
    assert given_time.id == reader(text=NEWS).id


def test_another_url_is_another_article_and_another_fragment_is_not(reader: Reader) -> None:
    ids = [
        reader(text=NEWS, url=url).id
        for url in (
            "https://ellery.example/dock",
            "https://ellery.example/dock#comments",
            "HTTPS://Ellery.Example:443/dock",
            "https://ellery.example/Dock",
            "https://ellery.example/dock?page=2",
        )
    ]
    assert ids[0] == ids[1] == ids[2]
    assert len(set(ids)) == 3


def test_other_publishers_times_and_headlines_are_other_articles(reader: Reader) -> None:
    ids = {
        reader(text=NEWS).id,
        reader(text=NEWS, publisher="Ellery Post").id,
        reader(text=NEWS.replace("09:30", "09:31")).id,
        reader(text=NEWS.replace("a week", "two weeks")).id,
    }
    assert len(ids) == 4


def test_texts_without_a_headline_differ_by_their_words(reader: Reader) -> None:
    assert reader(text="Rain fell.", published=AT).id != reader(text="Snow fell.", published=AT).id
    assert (
        reader(text="Rain fell.", title="News", published=AT).id
        != reader(text="Snow fell.", title="News", published=AT).id
    )
