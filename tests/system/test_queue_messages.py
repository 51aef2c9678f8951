"""Messages on the queue that would run their sender's code elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from celery import Celery
from kombu.serialization import enable_insecure_serializers
from processes import Valkey, until
from programs import Server, Worker

from worker.app import TASK

pytestmark = pytest.mark.system


class Payload:
    """Unpickled, it makes a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Path.touch, (self.path,)  # type: ignore[return-value]


def test_a_pickle_is_not_opened_and_stays_on_record(
    server: Server, worker: Worker, valkey: Valkey, tmp_path: Path
) -> None:
    enable_insecure_serializers(["pickle"])
    before = {failure["id"] for failure in server.get("/api/v1/failures?limit=1000")["failures"]}
    Celery(broker=valkey.url).send_task(TASK, [Payload(tmp_path / "opened")], serializer="pickle")

    def refused() -> list[str]:
        there = server.get("/api/v1/failures?limit=1000")["failures"]
        return [failure["id"] for failure in there if failure["id"] not in before]

    (id_,) = until(refused)
    told = server.get(f"/api/v1/failures/{id_}")
    assert "only application/json is read" in told["failure"]["reason"]
    assert told["submission"]["content-type"] == "application/x-python-serialize"
    assert told["submission"]["body"]
    assert not (tmp_path / "opened").exists()
    assert worker.running()
