"""`dateline up` when one of its processes, or itself, is killed."""

from __future__ import annotations

import os
import signal
import sys
from http.client import HTTPException
from pathlib import Path

import pytest
from dateline_up import ARTICLE, eventually, processes_naming, up

pytestmark = pytest.mark.system


@pytest.mark.parametrize(
    ("name", "words"),
    [("broker", "valkey-server"), ("worker", "celery -A worker.app"), ("API", "granian --interface")],
)
def test_a_killed_child_is_started_again_and_articles_go_on(tmp_path: Path, name: str, words: str) -> None:
    with up(tmp_path / "data") as dateline:
        first = dateline.child(words)
        os.kill(first, signal.SIGKILL)
        eventually(lambda: any(f"The {name} ended (signal 9)" in line for line in dateline.lines))
        eventually(lambda: dateline.child(words) not in (0, first))

        def accepted() -> str:
            try:
                status, answer = dateline.call("/api/v1/articles", ARTICLE)
            except (OSError, HTTPException):
                return ""
            return str(answer["id"]) if status == 202 else ""

        article = eventually(accepted)
        eventually(lambda: dateline.done(article))
        assert dateline.stop() == 0
        assert processes_naming(tmp_path) == {}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process of its parent's death")
def test_a_killed_supervisor_leaves_no_orphans_and_the_next_start_has_everything(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with up(data) as dateline:
        ids = [dateline.submitted({**ARTICLE, "publisher": f"Courier {number}"}) for number in range(20)]
        dateline.process.kill()
        dateline.process.wait()
        with up(data) as again:
            eventually(lambda: all(again.done(article) for article in ids), 60)
            assert again.stop() == 0
    eventually(lambda: processes_naming(tmp_path) == {}, 15)
