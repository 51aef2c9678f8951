"""`dateline up` when one of its processes, or itself, is killed."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from http.client import HTTPException
from pathlib import Path

import pytest
from dateline_up import ARTICLE, Running, processes_naming, up
from processes import until

pytestmark = pytest.mark.system


CHILDREN = {"broker": "valkey-server", "worker": "celery -A worker.app", "API": "granian --interface"}


def test_a_killed_child_is_started_again_and_articles_go_on(tmp_path: Path) -> None:
    """One after the other."""
    with up(tmp_path / "data") as dateline:
        for name, words in CHILDREN.items():
            first = dateline.child(words)
            os.kill(first, signal.SIGKILL)
            until(lambda name=name: any(f"The {name} ended (signal 9)" in line for line in dateline.lines))  # type: ignore[misc]
            until(lambda words=words, first=first: dateline.child(words) not in (0, first), every=0.1)  # type: ignore[misc]
            article = until(partial(accepted, dateline, ARTICLE | {"publisher": f"{name} Courier"}))
            until(partial(dateline.done, article))
        assert dateline.stop() == 0
        assert processes_naming(tmp_path) == {}


def accepted(dateline: Running, article: dict[str, object]) -> str:
    """Its id, once the API and its broker are there again."""
    try:
        status, answer = dateline.call("/api/v1/articles", article)
    except (OSError, HTTPException):
        return ""
    return str(answer["id"]) if status == 202 else ""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process of its parent's death")
def test_a_killed_supervisor_leaves_no_orphans_and_the_next_start_has_everything(tmp_path: Path) -> None:
    """What the broker had just handed out, and nobody had noted yet, comes once the sweeper has been patient."""
    data, soon = tmp_path / "data", {"DATELINE_TIME_LIMIT": "10"}
    with up(data, environ=soon) as dateline:
        ids = [dateline.submitted({**ARTICLE, "publisher": f"Courier {number}"}) for number in range(20)]
        dateline.process.kill()
        dateline.process.wait()
        with up(data, environ=soon) as again:
            until(lambda: all(again.done(article) for article in ids))
            assert again.stop() == 0
    until(lambda: processes_naming(tmp_path) == {}, every=0.1)
