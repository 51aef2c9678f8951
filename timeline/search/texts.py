"""What of an article and of an event is searched, as lines of folded words.

A line's words stand apart from the next one's: no phrase goes from one to the other. Phrases are found among the first
`MOST_WORDS` words of an article; what comes later is not searched.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model import Article, Event
from timeline.search.folding import folded

MOST_WORDS = 16_000
"""PostgreSQL knows no later place in a text than 16,383."""
GAP = "_"
"""Stands between lines; no word has it."""


def event_words(event: Event) -> list[str]:
    """Its quotes, its headline and the names in it; not the titles of its articles."""
    quotes = dict.fromkeys(source.quote for source in event.sources)
    return _joined([*quotes, event.headline, *event.participants, *event.places])


def article_words(article: Article) -> list[str]:
    """Its headline and the paragraphs of its story; what stood around it is not searched."""
    body = (article.text[span.start : span.end] for span in article.body)
    return _joined([article.title, *(body if article.body else [article.text])])


def _joined(texts: Iterable[str]) -> list[str]:
    """What an earlier text says word by word is left out."""
    whole: list[str] = []
    lines = ""
    for text in texts:
        words = folded(text)
        line = f" {' '.join(words)} "
        if words and line not in lines:
            whole += [GAP, *words] if whole else words
            lines += f"{line}\n"
        if len(whole) >= MOST_WORDS:
            break
    return whole[:MOST_WORDS]
