"""`dateline submit` sends a folder of every kind, and shows a terminal how far it is."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import threading
from pathlib import Path

import pytest
from dateline_up import DATELINE
from processes import HANGING
from programs import Server, Worker
from typing_in import article, dateline, rows

pytestmark = pytest.mark.system


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    topic = f"Folder {tmp_path.name}"
    (tmp_path / "one.json").write_text(json.dumps(article(1, topic)))
    (tmp_path / "three.ndjson").write_text("\n".join(json.dumps(article(n, topic)) for n in (2, 3, 4)))
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "text.txt").write_text("The ferry sank on Monday.\n")
    (tmp_path / "page.html").write_text(
        "<html><head><meta property='article:published_time' content='2025-03-05T09:00:00Z'>"
        "<title>Ferry strike ends</title></head><body><article><h1>Ferry strike ends</h1>"
        "<p>The strike of the ferry crews ended on Tuesday after talks that had lasted all night.</p>"
        "<p>Ferries will sail again from next week, said the company's director.</p></article></body></html>"
    )
    return tmp_path


def test_a_folder_of_every_kind_is_read_and_its_timeline_printed(server: Server, worker: Worker, folder: Path) -> None:
    topic = f"Ferries {folder.name}"
    options = ["--topic", topic, "--published", "2025-03-05T10:00:00Z", "--wait"]
    result = dateline("submit", str(folder), *options, server=server.url)
    assert result.returncode == 0, result.stdout + result.stderr
    assert sorted(row[1] for row in rows(result)) == ["done"] * 6
    assert all(len(row[0]) == 32 for row in rows(result))
    assert sorted(row[2].rpartition("/")[2] for row in rows(result)) == [
        "one.json",
        "page.html",
        "text.txt",
        "three.ndjson:1",
        "three.ndjson:2",
        "three.ndjson:3",
    ]
    assert result.stderr == "6 read, 0 not.\n"

    shown = dateline("timeline", topic, server=server.url)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith(f"{topic}: ")
    assert "2025-03-03" in shown.stdout
    whole = json.loads(dateline("timeline", topic, "--format", "json", server=server.url).stdout)
    assert whole["next"] is None
    assert len(whole["events"]) == whole["count"] > 0


def test_a_terminal_shows_a_bar_and_a_pipe_gets_lines_only(server: Server, folder: Path) -> None:
    master, slave = pty.openpty()
    seen: list[bytes] = []

    def read() -> None:
        while True:
            try:
                seen.append(os.read(master, 4096))
            except OSError:
                return

    threading.Thread(target=read, daemon=True).start()
    command = [DATELINE, "submit", str(folder), "--topic", "Bar", "--published", "2025-03-05T10:00:00Z"]
    result = subprocess.run(
        [*command, "--server", server.url],
        env={**os.environ, "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=slave,
        text=True,
        timeout=HANGING,
        check=False,
    )
    os.close(slave)
    assert result.returncode == 0
    assert len(result.stdout.splitlines()) == 6
    assert "\x1b" not in result.stdout
    assert "6/6" in b"".join(seen).decode()
