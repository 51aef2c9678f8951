"""What `dateline up` makes of stores that others left, and what can be saved while it runs."""

from __future__ import annotations

import json
import os
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from dateline_up import ARTICLE, DATELINE, up
from processes import ended, until
from sqlalchemy import text

from timeline.store import engine, open_store
from timeline.store.upgrading import to_revision

pytestmark = pytest.mark.system
OLD = "a" * 32


def dateline(*words: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("REDIS_URL", "DATABASE_URL")}
    return ended([DATELINE, *words], clean)


def test_a_backup_made_under_load_is_restored(tmp_path: Path) -> None:
    """Article by article: what was read is read, what waited waits."""
    data, saved, other = tmp_path / "data", tmp_path / "saved.db", tmp_path / "other"
    with up(data) as running:
        sent = [running.submitted(ARTICLE | {"title": f"Quarry {number} to close"}) for number in range(30)]
        until(lambda: running.done(sent[3]))
        made = dateline("backup", str(saved), "--data", str(data))
        assert (made.returncode, made.stdout, made.stderr) == (0, f"{saved} holds 30 articles.\n", "")
        refused = dateline("restore", str(saved), "--data", str(data), "--force")
        assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
        until(lambda: all(running.done(each) for each in sent))
    assert dateline("restore", str(saved), "--data", str(data)).returncode == 1
    assert dateline("restore", str(saved), "--data", str(other)).returncode == 0
    with closing(open_store(f"sqlite:///{other}/dateline.db")) as store:
        entries = [store.entry(each) for each in sent]
        assert all(entry and entry.submission for entry in entries)
        assert store.ledger().unfinished == sum(1 for entry in entries if entry and entry.state != "done") < 30


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_data_of_the_first_version_are_brought_up_to_date(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """An article of then is found and told, and another is taken in beside it."""
    data = tmp_path / "data"
    url = f"sqlite:///{data}/dateline.db" if kind == "sqlite" else request.getfixturevalue("empty_postgres_url")
    of_then(url)
    with up(data, environ={} if kind == "sqlite" else {"DATABASE_URL": url}) as running:
        status, found = running.call(f"/api/v1/articles/{OLD}")
        assert (status, found["state"], found["failure"]) == (
            200,
            "failed",
            {"reason": "It rained.", "reference": None},
        )
        article = running.submitted(ARTICLE)
        until(lambda: running.done(article))
        assert running.events()


def of_then(url: str) -> None:
    to_revision(url, "0001")
    made = engine.engine(engine.address(url))
    row = {"id": OLD, "submission": json.dumps({"text": "x"}).encode(), "topics": b"[]", "received": 10**15}
    with made.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO articles (id, received, rank, state, submission, topics, failure)"
                " VALUES (:id, :received, 2, 'failed', :submission, :topics, 'It rained.')"
            ),
            row,
        )
    made.dispose()
