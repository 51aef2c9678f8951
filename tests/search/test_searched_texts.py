"""What of an article and of an event is searched."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from timeline.model import Article, Span
from timeline.search.texts import GAP, MOST_WORDS, article_words


def _article(*paragraphs: str) -> Article:
    body, place = [], 0
    for paragraph in paragraphs:
        body.append(Span(place, place + len(paragraph)))
        place += len(paragraph) + 1
    bare = Article(id="a1", text="\n".join(paragraphs), title="", published=datetime(2024, 9, 20, tzinfo=UTC))
    return replace(bare, body=tuple(body))


def test_what_an_earlier_paragraph_says_word_by_word_is_left_out() -> None:
    said = article_words(_article("The ferry sank.", "Ferry sank!", "The fer", "sank the", "ferry sank again"))
    assert " ".join(said).split(f" {GAP} ") == ["the ferry sank", "the fer", "sank the", "ferry sank again"]


def test_an_article_of_any_number_of_paragraphs_has_so_many_words() -> None:
    """Each costs the same, as nothing after the last word that is searched is looked at."""
    said = article_words(_article(*(f"w{number}" for number in range(100_000))))
    assert len(said) == MOST_WORDS
    assert said[:3] == ["w0", GAP, "w1"]
