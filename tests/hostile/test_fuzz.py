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
from anything import ANY_DAY, ANY_PAGE, ANY_TEXT, BODIES, HEADERS, KINDS, PATHS, QUERIES
from flask.testing import FlaskClient
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
