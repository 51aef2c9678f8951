"""What holds for the events of any text."""

from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from marked import article

from timeline.events import events_of
from timeline.languages.english.cues import CUES
from timeline.model import Grounds, Span

WORDS = st.sampled_from(
    [
        *[
            "the",
            "minister",
            "who",
            "said",
            "that",
            "will",
            "not",
            "be",
            "closed",
            "and",
            "or",
            "if",
            "when",
            "after",
            "on",
            ",",
            ".",
            "“",
            "”",
            '"',
            "(",
            ")",
            "—",
            "was",
            "could",
            "Mr",
            "'s",
        ],
        *[
            "he",
            "announced",
            "to",
            "by",
            "until",
            "than",
            "of",
            "no",
            "failed",
            "about",
            "whether",
            "meeting",
            "cancelled",
        ],
        *(
            "\n\n",
            "[Monday]{2024-09-16}",
            "[next week]{2024-09-23/2024-09-29}",
            "[hours]{}",
            "[2025]{2025-01-01/2025-12-31}",
        ),
    ]
)


@settings(max_examples=500, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_any_words_give_events_with_true_offsets_and_short_headlines(words: list[str]) -> None:
    read, timexes = article(" ".join(words))
    for event in events_of(read, timexes, CUES, every=True):
        source = event.sources[0]
        assert read.text[source.start : source.end] == source.quote
        marked = [event.when.text] if event.grounds is Grounds.EXPRESSION else []
        assert [source.quote[mark.start : mark.end] for mark in source.marks] == marked
        assert event.headline
        assert len(event.headline.split()) <= 14
        assert event.headline.count("“") == event.headline.count("”")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.integers(0, 300), st.integers(1, 40))
def test_any_text_is_read_without_an_error(text: str, start: int, length: int) -> None:
    read, timexes = article("It ended [then]{2024-09-16}.")
    moved = tuple(replace(timex, start=start, end=start + length) for timex in timexes)
    body = (Span(0, len(text)),)
    events_of(replace(read, text=text, body=body), moved if start + length <= len(text) else (), CUES)


def test_reading_time_grows_no_faster_than_the_text() -> None:
    """A text eight times as long takes about eight times as long, also when it is a single sentence."""

    def seconds(times: int) -> float:
        read, timexes = article("he said that it was shut on [Monday]{2024-09-16} and, if it rained, " * times)
        begun = time.process_time()
        events_of(read, timexes, CUES)
        return time.process_time() - begun

    seconds(20)
    assert seconds(1600) < 30 * max(seconds(200), 0.01)
