"""What the logs of `dateline up` do not tell."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from celery import Celery
from dateline_up import ARTICLE, DATELINE, Running, up
from processes import HANGING, until
from redis import Redis

pytestmark = pytest.mark.system
SECRET = "Zyzzogeton"


def post(running: Running, body: str, token: str, kind: str = "application/json", query: str = "") -> int:
    connection = http.client.HTTPConnection("127.0.0.1", urlsplit(running.url).port or 0, timeout=HANGING)
    headers = {"Content-Type": kind, "Authorization": f"Bearer {token}"}
    connection.request("POST", f"/api/v1/articles{query}", body.encode(), headers)
    return connection.getresponse().status


def test_no_article_no_token_and_no_password_is_in_a_log(tmp_path: Path) -> None:
    """Whatever becomes of the article: read, refused, failed in the worker, no article at all."""
    data = tmp_path / "data"
    made = subprocess.run(
        [DATELINE, "tokens", "make", "gazette", "--data", str(data)],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )
    token = made.stdout.strip()
    guess = token[:-5] + "AAAAA"
    with up(data) as running:
        good = json.dumps(ARTICLE | {"text": f"{SECRET} met on Monday. {SECRET} will meet again next week."})
        assert post(running, good, token) == 202
        assert post(running, good, guess) == 401
        assert post(running, json.dumps({"text": f"{SECRET} met."}), token) == 422
        assert post(running, f'{{"text": "{SECRET}', token) == 400
        assert post(running, f"{SECRET} met on Monday.", token, "text/plain", "?published=2025-03-05") == 202
        broker = (data / "broker" / "url").read_text().strip()
        client = Celery(broker=broker)
        client.send_task("dateline.ingest", [{"text": f"{SECRET} met."}])
        client.send_task("dateline.ingest", [{"text": SECRET}, {"text": SECRET}])
        client.send_task("elsewhere.run", [SECRET])
        queue = Redis.from_url(broker)
        queue.lpush("celery", f"garbage {SECRET}", json.dumps({"body": SECRET, "headers": {"task": "dateline.ingest"}}))
        until(lambda: not queue.llen("celery") and not queue.hlen("unacked"))
        assert running.stop() == 0
    logs = {path: path.read_text(errors="replace") for path in (data / "logs").iterdir()}
    logs[Path("terminal")] = "".join(running.lines)
    assert "dateline.ingest" in logs[data / "logs" / "worker.log"]
    password = urlsplit(broker).password or ""
    for name, text in logs.items():
        for word in (SECRET, token, token[-43:], guess[-43:], password):
            assert word not in text, name
