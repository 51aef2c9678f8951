"""What holds of reading whatever the text."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from readers import AT

from timeline.model import Article
from timeline.reading import read, timestamp
from timeline.submission import BadArticle, submission

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
PIECES = (
    "By Tom Reyes", "5 March 2026, 09:30", "Updated 3 hours ago", "Read more:", "Related stories", "Exclusive",
    "Council votes to close the old bridge", "The vote was on Tuesday, said the mayor.",
    "PORT ELLERY (CW) — It rained.",
    "03/04/2026", "31 February 2026", "7am - 10am", "", " ", "\u2028", "\x00", "\ufeff", "•", "İ 5 ß", "\x85", "2026",
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=12).map("\n".join),
)


def reads(text: str, published: str | None) -> Article | None:
    try:
        return read(submission({"text": text, "published": published}), zone=ZoneInfo("Europe/London"), now=NOW)
    except BadArticle:
        return None


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from([AT, None]))
def test_any_text_is_an_article_with_true_offsets_or_a_bad_article(text: str, published: str | None) -> None:
    article = reads(text, published)
    if article is None:
        return
    assert article.body
    assert article.title.strip()
    assert article.published.tzinfo is not None
    place = 0
    for span in article.body:
        assert place <= span.start < span.end <= len(article.text)
        place = span.end
    if article.title_span is not None:
        title = article.title_span
        assert article.text[title.start : title.end] == article.title
        assert all(span.end <= title.start or title.end <= span.start for span in article.body)
    assert len(article.text) <= len(text)
    assert not re.search("[\r\x00\ud800-\udfff]", article.text)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_line_ends_of_any_system_give_one_article(text: str) -> None:
    plain = text.replace("\r", "\n")
    assert reads(plain, AT) == reads(plain.replace("\n", "\r\n"), AT) == reads(plain.replace("\n", "\r"), AT)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_reading_does_not_depend_on_the_present(text: str) -> None:
    later = read_at(text, NOW.replace(year=2031))
    assert later == read_at(text, NOW)


def read_at(text: str, now: datetime) -> Article | None:
    try:
        return read(submission({"text": text, "published": AT}), zone=ZoneInfo("Europe/London"), now=now)
    except BadArticle:
        return None


@settings(max_examples=300, deadline=None)
@given(st.datetimes(datetime(1700, 1, 1), datetime(2200, 1, 1)))
def test_a_day_in_any_order_of_its_parts_is_the_same_day(moment: datetime) -> None:
    zone = ZoneInfo("UTC")
    name = MONTHS[moment.month - 1]
    half = "AM" if moment.hour < 12 else "PM"
    clock = f"{moment:%H:%M}"
    written = [
        f"{moment.year}-{moment.month:02}-{moment.day:02}T{clock}",
        f"{moment.day} {name} {moment.year}, {clock}",
        f"{name} {moment.day}, {moment.year} {clock}",
        f"{clock}, {moment.day} {name[:3]} {moment.year}",
        f"{(moment.hour - 1) % 12 + 1}:{moment:%M} {half}, {name} {moment.day}, {moment.year}",
    ]
    assert {timestamp(text, zone=zone).published for text in written} == {
        moment.replace(second=0, microsecond=0, tzinfo=UTC)
    }


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("0123456789/-:.T+Z ,apmJulyGMT"), max_size=30))
def test_anything_like_a_timestamp_is_one_or_a_bad_article(text: str) -> None:
    try:
        assert timestamp(text, zone=ZoneInfo("Europe/London")).published.tzinfo is not None
    except BadArticle:
        return
