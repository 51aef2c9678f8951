"""The whole way of a feed: set up over HTTP or in the terminal, polled as a beat finds it due, read by a worker."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from newsfeeds import item, rss
from processes import Process, Valkey, ended, running, until
from programs import Server
from websites import Web

pytestmark = pytest.mark.system
FEED = {"url": "https://harbour.example/rss", "topics": ["Harbour"], "every": 3600}


class Poller(Process):
    """What `dateline up` starts to poll feeds."""

    def __init__(self, log: Path, **environment: str) -> None:
        own = f"--autoscale 2,0 -n {log.stem}@%h"
        options = f"-A worker.feeds.app worker {own} --loglevel INFO --without-gossip --without-mingle"
        super().__init__([sys.executable, "-m", "celery", *options.split()], log, environment)


def dateline(server: Server, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DATELINE_SERVER": server.url}
    command = [sys.executable, "-c", "from cli.main import main; main()", *words]
    return ended(command, environment)


@pytest.mark.usefixtures("worker")
def test_a_feed_is_polled_once_though_two_beats_run_and_its_entries_are_read(
    server: Server, valkey: Valkey, database_url: str, web: Web, tmp_path: Path
) -> None:
    url = web.serve("/rss", rss(item(1), item(2)))
    where = {"REDIS_URL": valkey.url, "DATABASE_URL": database_url, "DATELINE_FEEDS_ALLOW": "127.0.0.0/8"}
    with running(Poller(tmp_path / "one", **where)) as one, running(Poller(tmp_path / "two", **where)):
        added = dateline(server, "feeds", "add", url, "--topic", "Feed harbour", "--every", "1h")
        assert added.returncode == 0, added.stderr
        (feed,) = server.get("/api/v1/feeds")["feeds"]
        until(lambda: server.get(f"/api/v1/feeds/{feed['id']}")["polled"])
        until(lambda: server.call("GET", "/api/v1/timelines/feed-harbour").status == 200)
        until(lambda: topic(server)["articles"] == 2)
        assert [path for path, _ in web.asked] == ["/rss"]
        web.serve("/rss", rss(item(1), item(2), item(3)))
        assert dateline(server, "feeds", "poll", url).returncode == 0
        until(lambda: topic(server)["articles"] == 3)
        until(lambda: server.get(f"/api/v1/feeds/{feed['id']}")["outcome"].startswith("3 entries"))
        assert len(web.asked) == 2
        assert one.running()
    listed = json.loads(dateline(server, "feeds", "list", "--format", "json").stdout)
    assert (listed["state"], listed["outcome"]) == ("sound", "3 entries, 1 of them taken in.")
    assert dateline(server, "feeds", "remove", url).returncode == 0
    assert dateline(server, "feeds", "list").stdout == ""
    assert topic(server)["articles"] == 3


def topic(server: Server) -> Any:  # noqa: ANN401
    return next(one for one in server.get("/api/v1/topics")["topics"] if one["slug"] == "feed-harbour")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"url": "file:///etc/passwd"}, "url"),
        ({"url": 5}, "url"),
        ({"topics": []}, "topics"),
        ({"topics": ["!"]}, "topics"),
        ({"every": 1}, "every"),
        ({"every": 10**9}, "every"),
        ({"every": "15m"}, "every"),
        ({"colour": "grey"}, "colour"),
    ],
)
def test_a_feed_that_cannot_be_set_up_is_refused_naming_the_field(
    server: Server, change: dict[str, object], field: str
) -> None:
    answer = server.call("POST", "/api/v1/feeds", FEED | change)
    assert (answer.status, answer.json["errors"][0]["field"]) == (422, field)
    assert "{" not in answer.json["detail"]
    assert server.get("/api/v1/feeds")["feeds"] == []


def test_the_same_address_again_changes_the_feed_and_unknown_ones_are_not_found(server: Server) -> None:
    first = server.call("POST", "/api/v1/feeds", FEED)
    second = server.call("POST", "/api/v1/feeds", FEED | {"every": 60, "url": "https://HARBOUR.example:443/rss"})
    assert (first.status, second.status, first.json["id"]) == (201, 201, second.json["id"])
    (feed,) = server.get("/api/v1/feeds")["feeds"]
    assert (feed["every"], feed["state"], feed["outcome"]) == (60, "new", None)
    assert server.call("DELETE", f"/api/v1/feeds/{feed['id']}").status == 204
    unknown = [("GET", ""), ("DELETE", ""), ("POST", "/poll")]
    assert [server.call(verb, f"/api/v1/feeds/nix{tail}").status for verb, tail in unknown] == [404] * 3


@pytest.mark.parametrize(
    "words", [["add", "https://a.example/"], ["add", "https://a.example/", "--topic", "A", "--every", "soon"]]
)
def test_a_command_that_cannot_be_is_a_usage_error(server: Server, words: list[str]) -> None:
    told = dateline(server, "feeds", *words)
    assert (told.returncode, "Traceback" in told.stderr) == (2, False)
