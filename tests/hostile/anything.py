"""Strategies for any text, page, article and request, most of them nearly right."""

from __future__ import annotations

import json

from hostile_articles import BYTES, PAGES, TEXTS
from hypothesis import strategies as st

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
