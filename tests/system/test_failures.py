"""`dateline failures` against a running server and worker."""

from __future__ import annotations

import json
import os
import subprocess

import pytest
from celery import Celery
from dateline_up import DATELINE
from processes import Valkey, ended, until
from programs import Server, Worker

from worker.ingestion import identity

pytestmark = pytest.mark.system


def failures(server: Server, *arguments: str) -> subprocess.CompletedProcess[str]:
    return ended([DATELINE, "failures", *arguments, "--server", server.url], os.environ)


def test_what_failed_is_listed_shown_tried_again_and_dropped(valkey: Valkey, server: Server, worker: Worker) -> None:
    given = {"text": "Nobody says when.", "topics": ["Undated"]}
    Celery(broker=valkey.url).send_task("dateline.ingest", [given])

    def listed() -> list[dict[str, str]]:
        told = failures(server, "list", "--format", "json").stdout.splitlines()
        return [each for each in map(json.loads, told) if each["id"] == identity(given)]

    (failure,) = until(listed)
    assert failure["id"] in failures(server, "list").stdout
    shown = json.loads(failures(server, "show", failure["id"]).stdout)
    assert shown["submission"] == given
    assert "published" in failure["failure"]["reason"]
    assert failures(server, "retry", failure["id"]).stdout == f"{failure['id']}  queued again\n"
    (again,) = until(listed)
    assert again["received"] > failure["received"]
    assert failures(server, "drop", failure["id"]).stdout == f"{failure['id']}  dropped\n"
    assert listed() == []
    assert server.get(f"/api/v1/articles/{failure['id']}")["state"] == "withdrawn"


def test_mistakes_are_told_in_one_line(server: Server) -> None:
    unknown = failures(server, "retry", "ffff")
    assert (unknown.returncode, unknown.stderr) == (1, "Error: There is no article 'ffff'.\n")
    assert failures(server, "drop").returncode == 2
