"""`dateline timeline` prints all of a timeline, for as long as somebody reads, and nothing that steers a terminal."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from dateline_up import DATELINE
from processes import Valkey, running
from programs import Server, Worker
from typing_in import article, dateline

pytestmark = pytest.mark.system


def test_a_timeline_of_many_pages_is_printed_whole(
    valkey: Valkey, database_url: str, worker: Worker, tmp_path: Path
) -> None:
    settings = {"REDIS_URL": valkey.url, "DATABASE_URL": database_url, "DATELINE_PAGE_SIZE": "1"}
    lines = "\n".join(json.dumps(article(n, "Many ferries")) for n in range(5))
    with running(Server(tmp_path / "log", **settings)) as small:
        assert dateline("submit", "-", "--wait", server=small.url, given=lines).returncode == 0
        whole = json.loads(dateline("timeline", "many-ferries", "--format", "json", server=small.url).stdout)
    assert len(whole["events"]) == whole["count"] == 2
    assert len({event["id"] for event in whole["events"]}) == whole["count"]


def test_a_reader_that_stops_reading_ends_the_command_quietly(server: Server, worker: Worker, tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(article(n, "Piped ferries")) for n in range(30))
    assert dateline("submit", "-", "--wait", server=server.url, given=lines).returncode == 0
    process = subprocess.Popen(
        [DATELINE, "timeline", "piped-ferries", "--format", "json", "--server", server.url],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.read(1)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.wait()


def test_headlines_cannot_steer_the_terminal(server: Server, worker: Worker) -> None:
    hostile = {**article(1, "Hostile ferries"), "text": "The ferry \x1b[2J\x1b]0;owned\x07 sank on Monday."}
    dateline("submit", "-", "--wait", server=server.url, given=json.dumps(hostile))
    shown = dateline("timeline", "hostile-ferries", server=server.url)
    assert "\x1b" not in shown.stdout
    assert "\x07" not in shown.stdout
