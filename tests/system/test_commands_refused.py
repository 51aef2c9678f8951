"""A command that cannot be done ends with a code and a word on what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from processes import free_port, running
from programs import Server
from typing_in import article, dateline

pytestmark = pytest.mark.system


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
