"""Articles as lines of JSON are taken or refused one by one."""

from __future__ import annotations

import json

from flask.testing import FlaskClient
from processes import Valkey
from submitting import ARTICLE, URL, queued


def test_lines_of_json_are_answered_one_by_one(client: FlaskClient, broker: Valkey) -> None:
    other = ARTICLE | {"title": "Second pilot boat is launched"}
    lines = [json.dumps(ARTICLE), "{", "", json.dumps({"text": "No time."}), "5", json.dumps(other)]
    answer = client.post(URL, data="\r\n".join(lines).encode(), content_type="application/x-ndjson")
    assert answer.status_code == 202
    assert [told["line"] for told in answer.json] == [1, 2, 4, 5, 6]
    assert [told.get("error", {}).get("status") for told in answer.json] == [None, 400, 422, 422, None]
    assert answer.json[0]["id"] != answer.json[4]["id"]
    assert queued(broker) == [ARTICLE, other]


def test_a_line_in_a_broken_encoding_spoils_no_other(client: FlaskClient, broker: Valkey) -> None:
    body = b'{"text": "Caf\xe9"}\n' + json.dumps(ARTICLE).encode()
    answer = client.post(URL, data=body, content_type="application/x-ndjson")
    assert [told.get("error", {}).get("status") for told in answer.json] == [422, None]
    assert queued(broker) == [ARTICLE]
