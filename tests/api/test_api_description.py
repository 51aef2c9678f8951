"""The description of the API tells what the API does: all of it, and nothing else."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import jsonschema_rs
import pytest
from failing import failed
from flask.testing import FlaskClient
from programs import Json
from submitting import ARTICLE

from api.description.operations import OPERATIONS
from timeline.store import Store
from worker.ingestion import Delivery, ingest

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
TOPIC = "/api/v1/timelines/ellery-bridge"
ANSWERS = {
    "/api/v1/topics": "Topics",
    f"{TOPIC}?limit=1000": "Timeline",
    f"{TOPIC}?limit=1": "Timeline",
    "/api/v1/timelines/meridian-air?limit=1000": "Timeline",
    f"{TOPIC}/digest?sentences=3": "Digest",
    "/api/v1/failures": "Failures",
    f"/api/v1/failures/{failed().id}": "Failure",
    f"/api/v1/articles/{failed().id}": "Article",
    "/api/v1/articles/nosuch": "Problem",
    "/api/v1/nosuch": "Problem",
    "/readyz": "Health",
}
CHECKING = {name: operation for name, operation in OPERATIONS.items() if operation.fixed}


@pytest.fixture
def told(client: FlaskClient) -> Json:
    answer = client.get("/api/v1/openapi.json")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    return answer.json


@pytest.fixture
def filled(store: Store) -> None:
    """Articles as the worker reads them, with sources that contradict each other, and one that failed."""
    for day, file in enumerate(sorted(SEEDS.glob("*/*.json")), 1):
        given = json.loads(file.read_text(encoding="utf-8"))
        ingest(store, Delivery(given=given, received=datetime(2026, 1, day, tzinfo=UTC)), ZoneInfo("UTC"))
    store.replace(failed())


def test_every_request_is_described_and_nothing_else(client: FlaskClient, told: Json) -> None:
    answered = {
        (re.sub(r"<[^>]*>", "{}", rule.rule), method.lower())
        for rule in client.application.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.endpoint != "static"
    }
    described = {(re.sub(r"\{[^}]*\}", "{}", path), method) for path, ways in told["paths"].items() for method in ways}
    assert described == answered
    assert set(OPERATIONS) == {way["operationId"] for ways in told["paths"].values() for way in ways.values()}


@pytest.mark.parametrize("name", sorted(CHECKING))
def test_parameters_are_those_that_are_taken(client: FlaskClient, told: Json, name: str) -> None:
    """An unknown one is refused with a list of the known ones."""
    [(path, method, way)] = [
        (path, method, way)
        for path, ways in told["paths"].items()
        for method, way in ways.items()
        if way["operationId"] == name
    ]
    address = re.sub(r"\{[^}]*\}", "x", path)
    answer = client.open(f"{address}?nosuch=1", method=method.upper(), data="x", content_type="text/plain")
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (400, "nosuch")
    listed = answer.json["detail"].partition("it takes ")[2].removesuffix(".")
    taken = set() if listed == "none" else set(listed.split(", "))
    assert {each["name"] for each in way["parameters"] if each["in"] == "query"} == taken


@pytest.mark.usefixtures("filled")
def test_answers_have_their_shapes(client: FlaskClient, told: Json) -> None:
    """Each has every field that is described, and no other."""
    events = client.get(f"{TOPIC}?limit=1000").json["events"]
    articles = {source["article"] for event in events for source in event["sources"]}
    assert articles
    told_of = {f"/api/v1/articles/{id_}": "Article" for id_ in articles}
    for address, shape in (ANSWERS | told_of).items():
        assert_shaped(told, shape, client.get(address).json)


def test_receipts_have_their_shapes(client: FlaskClient, told: Json) -> None:
    assert_shaped(told, "Receipt", client.post("/api/v1/articles", json=ARTICLE).json)
    lines = json.dumps(ARTICLE) + "\n{}\nnothing"
    answer = client.post("/api/v1/articles", data=lines, content_type="application/x-ndjson")
    assert_shaped(told, "Receipts", answer.json)


def test_the_page_for_people_tells_of_every_request_without_outside_help(client: FlaskClient, told: Json) -> None:
    page = client.get("/api/v1/docs")
    assert (page.status_code, page.mimetype) == (200, "text/html")
    assert [path for path in told["paths"] if f" {path}</code>" not in page.text] == []
    assert [name for name in told["components"]["schemas"] if f'id="{name}"' not in page.text] == []
    assert re.findall(r"""(?:src|href)="(?:https?:)?//|<script|<style""", page.text) == []


def assert_shaped(told: Json, shape: str, answer: Json) -> None:
    schema = {"$ref": f"#/components/schemas/{shape}", "components": closed(deepcopy(told["components"]))}
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    assert [f"{fault.instance_path}: {fault.message}" for fault in validator.iter_errors(answer)] == []


def closed(schema: Json) -> Json:
    """The schema with every object taking no fields but its own."""
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        closed(inner)
    if isinstance(schema, dict) and schema.get("type") == "object" and "properties" in schema:
        schema["additionalProperties"] = False
    return schema
