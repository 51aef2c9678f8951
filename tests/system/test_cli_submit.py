"""`dateline submit` and `dateline timeline` against a running server and worker."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import threading
from pathlib import Path

import pytest
from dateline_up import DATELINE
from processes import HANGING, Server, Valkey, Worker, free_port, running

pytestmark = pytest.mark.system


def article(number: int, topic: str) -> dict[str, object]:
    return {
        "title": f"Ferry number {number} leaves late",
        "published": "2025-03-05T09:00:00+00:00",
        "publisher": f"Ferry Post {number}",
        "topics": [topic],
        "text": "The ferry left the harbour on Monday. The next one will leave next week.",
    }


def dateline(*arguments: str, server: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [DATELINE, *arguments],
        env={**os.environ, "DATELINE_SERVER": server},
        input=given,
        capture_output=True,
        text=True,
        timeout=HANGING,
        check=False,
    )


def rows(result: subprocess.CompletedProcess[str]) -> list[list[str]]:
    return [line.split("\t") for line in result.stdout.splitlines()]


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


def test_the_bad_ones_are_named_with_their_reason_and_the_good_ones_go_through(
    server: Server, worker: Worker, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text("{")
    (tmp_path / "b.json").write_text(json.dumps({**article(1, "Bad ferries"), "published": "yesterday-ish"}))
    (tmp_path / "c.json").write_text(json.dumps({**article(1, "Bad ferries"), "colour": "blue"}))
    (tmp_path / "d.json").write_text(json.dumps(article(1, "Bad ferries")))
    (tmp_path / "e.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "f.txt").write_text("x" * 3_000_000)
    (tmp_path / "g.txt").write_text("")
    result = dateline("submit", str(tmp_path), "--topic", "Bad ferries", server=server.url)
    assert result.returncode == 1
    found = {row[2].rpartition("/")[2]: row for row in rows(result)}
    assert {name: row[1] for name, row in found.items()} == {
        **dict.fromkeys(("a.json", "b.json", "c.json", "e.txt", "f.txt", "g.txt"), "refused"),
        "d.json": "queued",
    }
    assert "not JSON" in found["a.json"][3]
    assert "published" in found["b.json"][3]
    assert "colour" in found["c.json"][3]
    assert "too large" in found["f.txt"][3]
    assert all(row[3] for name, row in found.items() if name != "d.json")
    assert result.stderr.startswith("1 accepted, 6 not.\n  1 × ")
    assert result.stderr.count("\n") == 7


def test_thousands_of_lines_go_through_with_each_told_and_the_reasons_summed_up(server: Server, tmp_path: Path) -> None:
    """As a pipe would send them, for a script to read."""
    broken = ("{", json.dumps({"text": "It left on Monday.", "colour": "blue"}))
    lines = [json.dumps(article(n, "Bulk ferries")) if n % 10 else broken[n // 10 % 2] for n in range(2000)]
    (tmp_path / "many.ndjson").write_text("\n".join(lines))
    result = dateline("submit", str(tmp_path / "many.ndjson"), "--format", "json", server=server.url)
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert (result.returncode, len(told)) == (1, 2000)
    assert [one["state"] for one in told] == ["queued" if n % 10 else "refused" for n in range(2000)]
    assert {one["source"].rpartition(":")[2] for one in told} == {str(n + 1) for n in range(2000)}
    assert all((one["id"] is None) == (one["reason"] is not None) for one in told)
    assert result.stderr.startswith("1800 accepted, 200 not.\n  100 × ")
    assert len(result.stderr.splitlines()) == 3


def test_ninjs_is_known_by_its_shape_and_a_cancelled_item_is_refused(server: Server, tmp_path: Path) -> None:
    item = {
        "uri": "https://wire.example/7",
        "versioncreated": "2025-03-05T09:00:00Z",
        "headline": "The ferry leaves late",
    }
    item |= {"body_text": "The ferry left the harbour on Monday.", "subject": [{"name": "Wire ferries"}]}
    (tmp_path / "good.json").write_text(json.dumps(item))
    (tmp_path / "gone.ninjs").write_text(json.dumps(item | {"pubstatus": "canceled"}))
    result = dateline("submit", str(tmp_path), "--topic", "Ferries by wire", server=server.url)
    gone, good = rows(result)
    assert (good[1], gone[1], "DELETE" in gone[3]) == ("queued", "refused", True)
    told = server.get(f"/api/v1/articles/{good[0]}")
    assert sorted(topic["title"] for topic in told["topics"]) == ["Ferries by wire", "Wire ferries"]


@pytest.mark.parametrize("command", [("submit", "-"), ("timeline", "ferries")])
def test_without_a_server_the_command_says_what_to_do(command: tuple[str, ...]) -> None:
    result = dateline(*command, server=f"http://127.0.0.1:{free_port()}", given=json.dumps(article(1, "x")))
    assert result.returncode == 69
    assert "Connection refused" in result.stderr
    assert "Start one with `dateline up`" in result.stderr
    assert "Traceback" not in result.stderr


def test_while_the_broker_is_down_it_tries_again_and_then_says_so(sqlite_url: str, tmp_path: Path) -> None:
    gone = f"redis://127.0.0.1:{free_port()}/0"
    with running(Server(tmp_path / "log", REDIS_URL=gone, DATABASE_URL=sqlite_url)) as lame:
        result = dateline("submit", "-", server=lame.url, given=json.dumps(article(1, "x")))
        assert result.returncode == 69
        assert "queue cannot be reached" in result.stderr
        assert f"{lame.url}/readyz" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("submit",), "Missing argument 'PATH...'"),
        (("submit", "no-such-file"), "no-such-file"),
        (("submit", "-", "--server", "ftp://x"), "no http:// or https:// address"),
        (("submit", "-", "--server", "http://x:port"), "no http:// or https:// address"),
        (("timeline", "…"), "TOPIC"),
        (("timeline",), "Missing argument 'TOPIC'"),
    ],
)
def test_wrong_usage_ends_with_2_and_names_the_mistake(arguments: tuple[str, ...], named: str) -> None:
    result = dateline(*arguments, server="http://127.0.0.1:1", given="")
    assert result.returncode == 2
    assert named in result.stderr
    assert "Traceback" not in result.stderr


def test_an_unknown_topic_is_said_to_be_unknown(server: Server) -> None:
    result = dateline("timeline", "no such thing", server=server.url)
    assert result.returncode == 1
    assert "There is no topic 'no-such-thing'" in result.stderr


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
