"""Requests made up from the description are answered as described; what it does not allow is refused.

``DATELINE_SCHEMA_EXAMPLES`` requests are made for each address that are right, and as many that are wrong: 8 that are
the same every time unless it is set.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
import schemathesis
from failing import failed
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from processes import Valkey
from programs import Json
from schemathesis import Case, GenerationMode
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance
from submitting import ARTICLE

from api import create_app
from api.access.scopes import Scope
from api.access.tokens import issued
from api.settings import ApiSettings
from timeline.pipeline import events
from timeline.reading import read
from timeline.store import Store
from timeline.submission import submission
from worker.ingestion import Delivery, ingest
from worker.settings import Settings

EXAMPLES = int(os.environ.get("DATELINE_SCHEMA_EXAMPLES", "8"))
NOW = datetime(2025, 3, 5, 9, tzinfo=UTC)
KNOWN = {"slug": "harbour-pilots", "id": failed().id}
EVENT = events(read(submission(ARTICLE), zone=ZoneInfo("UTC"), now=NOW))[0].id
ANY_TEXT = {"type": "string", "minLength": 1}
REFUSED = [*range(400, 500), 503]
CONFIG = {
    "generation": {"with-security-parameters": False},
    "checks": {"negative_data_rejection": {"expected-statuses": REFUSED}},  # 413 as well
}


@schemathesis.serializer("application/x-ndjson")
def lines(_: schemathesis.SerializationContext, value: object) -> bytes:
    return value.encode("utf-8", "replace") if isinstance(value, str) else json.dumps(value).encode()


@pytest.fixture
def token(store: Store) -> str:
    """Of an administrator, over a store with an article that was read and one that failed."""
    kept, words = issued("schema", Scope.ADMIN, NOW)
    store.tokens.add(kept)
    ingest(store, Delivery(given=ARTICLE, received=NOW), Settings().zone)
    store.replace(failed())
    return words


@pytest.fixture
def described(broker: Valkey, sqlite_url: str, token: str) -> Json:
    worker = Settings(redis_url=broker.url, database_url=sqlite_url)
    app = create_app(ApiSettings(worker=worker, max_body=20_000, read_rate=0, write_rate=0, stream_seconds=0))
    config = schemathesis.Config.from_dict(CONFIG)
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app, config=config)


@pytest.mark.timeout(300 + 10 * EXAMPLES)
def test_made_up_requests_are_answered_as_described(
    described: Json, token: str, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """That an article is well formed does not make it one that can be read: acceptance is not asked for."""
    statuses: Counter[int] = Counter()
    shown = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
    for operation in (found.ok() for found in described.get_all_operations()):
        store.replace(failed(received=datetime.now(UTC)))
        for mode in [mode for mode in GenerationMode if mode is GenerationMode.POSITIVE or can_be_wrong(operation)]:
            asked(operation.as_strategy(generation_mode=mode), shown, statuses)
    with capsys.disabled():
        broken = sum(number for status, number in statuses.items() if status >= 500)
        print(f"\nmade-up requests: {statuses.total()}, 5xx {broken}, {dict(sorted(statuses.items()))}")
    assert statuses.total() > 14 * EXAMPLES
    assert {200, 202, 204, 400, 404, 422} <= set(statuses)


def can_be_wrong(operation: APIOperation) -> bool:
    """Whether its description refuses any request: it does not where it takes nothing, or texts in its path alone."""
    told = [part.definition["schema"] for part in operation.path_parameters]
    return bool(operation.query or list(operation.body)) or any(schema != ANY_TEXT for schema in told)


def asked(cases: st.SearchStrategy[Case], shown: dict[str, str], statuses: Counter[int]) -> None:
    """Counts the answers; raises what is wrong with the first that is not as described."""

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize="DATELINE_SCHEMA_EXAMPLES" not in os.environ,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )
    @given(case=cases, known=st.booleans())
    def ask(case: Case, known: bool) -> None:
        if known and case.meta.generation.mode is GenerationMode.POSITIVE:
            make_possible(case)
        answer = case.call(headers=shown)
        statuses[answer.status_code] += 1
        left = [positive_data_acceptance]
        if answer.status_code == 302 and not case.path.startswith("/api/"):
            left.append(negative_data_rejection)  # a form's empty fields, which the page's address leaves out
        case.validate_response(answer, headers=shown, excluded_checks=left)
        if answer.status_code >= 400:
            assert answer.headers["content-type"] == ["application/problem+json"] or not case.path.startswith("/api/")

    ask()


def make_possible(case: Case) -> None:
    """What is asked for is there, and an article that is sent says when it was published."""
    known = KNOWN | ({"id": EVENT} if "/events/" in case.path else {})
    case.path_parameters.update({name: known[name] for name in case.path_parameters or {} if name in known})
    if case.media_type == "application/json":
        case.query.clear()
        case.body["published"] = NOW.isoformat()
        for name in ("url", "language", "topics"):  # seldom such that they can be meant
            case.body.pop(name, None)
    elif case.media_type in ("text/plain", "text/html"):
        case.query = {"published": NOW.isoformat()}
