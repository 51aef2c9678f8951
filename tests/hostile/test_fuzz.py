"""Any text to reader and resolver, any request to the API: nothing raises but what says what was wrong.

Seconds in `make test`, as long as one likes with `make fuzz`; what breaks something is shrunk and shown.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
from flask.testing import FlaskClient
from hostile_articles import BYTES, PAGES, TEXTS
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from timeline.explanations import explained
from timeline.mentions import read as mentioned
from timeline.pipeline import BadReference, reference, told
from timeline.reading import read
from timeline.submission import BadArticle, submission
from timeline.wire import event_json

SECONDS = float(os.environ.get("DATELINE_FUZZ_MINUTES") or 0) * 60 / 3 or 3.3
"""For each of three targets."""
LANGUAGES = ("en", "de", "fr", "zh", "ar", "und")
WORDS = (
    "Monday", "may", "May", "sat", "second", "last", "next", "the", "week", "weeks", "month", "of", "March", "2024",
    "24:61", "31 February", "Easter", "two", "after", "before", "from", "to", "until", "quarter", "1990s", "BC", "ago",
    "morning", "4pm", "in", "early", "winter", "since", "-", "/", ",", ".", "\n", "9999", "0000", "12/13/14", "noon",
    "Montag", "letzten", "nächste Woche", "met", "will meet", "could", "not", "said", "war", "halfway through", "1",
    "By Tom Reyes", "Read more:", "Updated 3 hours ago", "5 March 2026, 09:30", "\u202e", "\x00", "\u2028", "٤", "①",
)  # fmt: skip
TAGS = (
    "<p>", "</p>", "<time datetime='", "'>", "<!--", "-->", "<article>", "<table><tr><td>", "&#", "&amp;", "<h1>", "<",
    "<meta property='article:published_time' content='", "<script type='application/ld+json'>", "</script>",
)  # fmt: skip


def pasted(*words: str) -> st.SearchStrategy[str]:
    piece = st.one_of(st.sampled_from(words), st.text(max_size=6), st.integers(0, 10**9).map(str))
    return st.lists(piece, max_size=40).map(" ".join)


CUTTINGS = st.builds(
    lambda text, start, size: text[start : start + size],
    st.sampled_from([*TEXTS.values()]),
    st.integers(0, 3000),
    st.integers(0, 600),
)
ANY_TEXT = st.one_of(pasted(*WORDS), pasted(*WORDS), st.text(max_size=300), CUTTINGS)
ANY_PAGE = st.one_of(pasted(*WORDS, *TAGS), st.sampled_from(list(PAGES.values())).map(lambda page: page[:2000]))
ANY_DAY = st.one_of(st.dates().map(str), st.datetimes(timezones=st.timezones()).map(str), st.text(max_size=12))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ("text", "html", "published", "title", "url", "publisher", "language", "topics")
ARTICLES = st.fixed_dictionaries(
    {"text": ANY_TEXT, "published": ANY_DAY, "topics": st.lists(ANY_TEXT, max_size=3) | st.just(["Fuzz"])},
    optional=dict.fromkeys(FIELDS[3:7], JSON),
)
BODIES = st.one_of(
    ARTICLES.map(lambda article: json.dumps(article).encode()),
    JSON.map(lambda value: json.dumps(value).encode()),
    st.lists(ARTICLES, max_size=3).map(lambda many: "\n".join(map(json.dumps, many)).encode()),
    st.binary(max_size=300),
    st.sampled_from([body[:5000] for body in BYTES.values()]),
)
NAMES = st.one_of(st.text(st.characters(codec="utf-8"), max_size=20), st.sampled_from(["fuzz", "..", "%00", "a" * 32]))
PATHS = st.one_of(
    st.sampled_from(["/", "/api/v1/articles", "/api/v1/topics", "/healthz", "/metrics", "/api/v1/failures"]),
    NAMES.map(lambda name: f"/api/v1/timelines/{name}"),
    NAMES.map(lambda name: f"/timelines/{name}/digest"),
    NAMES.map(lambda name: f"/api/v1/articles/{name}"),
    NAMES.map(lambda name: f"/api/v1/failures/{name}/retry"),
    NAMES.map(lambda name: f"/{name}"),
)
PARAMETERS = ("topic", "published", "limit", "after", "dates", "sentences", "from", "to", "query")
QUERIES = st.dictionaries(st.sampled_from(PARAMETERS), st.one_of(NAMES, st.integers().map(str)), max_size=3)
KINDS = st.sampled_from(
    ["application/json", "application/x-ndjson", "text/plain", "text/html", "text/plain; charset=idna", "x", ""]
)
HEADERS = st.dictionaries(
    st.sampled_from(
        ["Accept", "Authorization", "If-None-Match", "X-Request-ID", "Content-Encoding", "Origin", "Range"]
    ),
    st.one_of(
        st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=30),
        st.sampled_from(["gzip", "text/html", "Basic Og==", "Bearer x", "bytes=0-1", "null", "*", 'W/"a"']),
    ),
    max_size=2,
)


def fuzz(name: str, target: Callable[..., object], **strategies: st.SearchStrategy[Any]) -> str:
    """Tries new inputs until the time is over: how many."""
    tried, slowest, over = 0, 0.0, time.monotonic() + SECONDS

    def once(**inputs: object) -> None:
        nonlocal tried, slowest
        began = time.process_time()
        try:
            target(**inputs)
        except BaseException as fault:
            fault.add_note(f"With {inputs!r:.5000}")
            raise
        tried, slowest = tried + 1, max(slowest, time.process_time() - began)

    quiet = settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    while time.monotonic() < over:
        seed(random.getrandbits(64))(quiet(given(**strategies)(once)))()
    return f"Fuzz, {name}: {tried} inputs tried, crashes 0, slowest {slowest * 1000:.0f} ms."


@pytest.mark.timeout(SECONDS * 2 + 300)
def test_the_reader_takes_or_refuses_anything(record_property: pytest.RecordProperty) -> None:
    def target(kind: str, content: str, published: str, every: bool) -> None:
        with suppress(BadArticle):
            article = submission({kind: content, "published": published, "topics": ["Fuzz"]})
            _, events = told(read(article, zone=ZoneInfo("Europe/London"), now=datetime.now(UTC)), every=every)
            assert json.dumps([event_json(event) for event in events])

    content = st.one_of(ANY_TEXT, ANY_PAGE)
    kinds = st.sampled_from(["text", "html"])
    tried = fuzz("reader", target, kind=kinds, content=content, published=ANY_DAY, every=st.booleans())
    record_property("figure", tried)


@pytest.mark.timeout(SECONDS * 2 + 300)
def test_the_resolver_takes_any_text_of_any_day(record_property: pytest.RecordProperty) -> None:
    def target(text: str, published: str, language: str) -> None:
        with suppress(BadReference):
            for found in mentioned(text, reference(published), language):
                assert 0 <= found.start < found.end <= len(text)
                if hasattr(found, "when"):
                    explained(found.when)

    tried = fuzz("resolver", target, text=ANY_TEXT, published=ANY_DAY, language=st.sampled_from(LANGUAGES))
    record_property("figure", tried)


@pytest.mark.timeout(SECONDS * 2 + 300)
def test_the_api_answers_any_request_without_an_error_of_its_own(
    client: FlaskClient, work: Callable[[], None], record_property: pytest.RecordProperty
) -> None:
    """No 5xx, and what was accepted is read or on record as failed."""

    def target(**request: Any) -> None:  # noqa: ANN401
        answer = client.open(**request | {"path": quote(request["path"], safe="/%")})
        assert answer.status_code < 500, answer.text
        work()

    tried = fuzz(
        "HTTP (5xx 0)", target, method=st.sampled_from(["POST", "POST", "GET", "HEAD", "DELETE", "PUT"]), path=PATHS,
        query_string=QUERIES, data=BODIES, content_type=KINDS, headers=HEADERS,
    )  # fmt: skip
    record_property("figure", tried)
