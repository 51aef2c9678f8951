"""`dateline up` and `dateline tokens`, as somebody uses them who lets others in."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from dateline_up import ARTICLE, DATELINE, processes_naming, up
from processes import ended, free_port, until

pytestmark = pytest.mark.system


def dateline(*arguments: str, given: str | None = None, **environ: str) -> subprocess.CompletedProcess[str]:
    return ended([DATELINE, *arguments], {**os.environ, **environ}, given=given)


def test_on_loopback_writing_is_open_until_a_token_is_made(tmp_path: Path) -> None:
    data = ("--data", str(tmp_path / "data"))
    article = json.dumps(ARTICLE)
    with up(tmp_path / "data") as running:
        assert any("every program on this machine may write" in line for line in running.lines)
        assert running.call("/api/v1/articles", ARTICLE)[0] == 202

        made = dateline("tokens", "make", "Fell Courier", *data)
        assert made.returncode == 0, made.stderr
        words = made.stdout.strip()
        assert "not shown again" in made.stderr
        assert running.call("/api/v1/articles", ARTICLE)[0] == 401
        assert running.call("/api/v1/topics")[0] == 200

        server = ("--server", running.url)
        refused = dateline("submit", "-", *server, given=article)
        assert refused.returncode == 1
        assert "DATELINE_TOKEN" in refused.stdout
        assert dateline("submit", "-", *server, "--token", words, given=article).returncode == 0
        assert dateline("submit", "-", *server, given=article, DATELINE_TOKEN=words).returncode == 0

        listed = dateline("tokens", "list", *data).stdout
        assert "Fell Courier" in listed
        assert words not in listed
        assert dateline("tokens", "revoke", "Fell Courier", *data).stdout == "1 revoked.\n"
        assert dateline("submit", "-", *server, "--token", words, given=article).returncode == 1
        assert "revoked" in dateline("tokens", "list", *data).stdout


def test_what_others_can_reach_does_not_start_open(tmp_path: Path) -> None:
    folder = tmp_path / "50% ?"
    data = ("--data", str(folder))
    refused = dateline("up", "--host", "0.0.0.0", "--port", str(free_port()), *data)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert "dateline tokens make" in refused.stderr
    assert processes_naming(folder) == {}
    words = dateline("tokens", "make", "anybody", *data).stdout.strip()
    with up(folder, "--host", "0.0.0.0", "--seeds") as running:
        until(lambda: len(running.call("/api/v1/topics")[1]["topics"]) > 3)  # type: ignore[arg-type]
        assert any("to write takes a token" in line for line in running.lines)
        assert running.call("/api/v1/articles", ARTICLE)[0] == 401
        server = ("--server", running.url)
        sent = dateline("submit", "-", "--wait", *server, given=json.dumps(ARTICLE), DATELINE_TOKEN=words)
        assert sent.returncode == 0, sent.stdout
        until(running.events)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("make", "x", "--scope", "root"), 2, "read"),
        (("make", " \x1b"), 2, "NAME"),
        (("make",), 2, "NAME"),
        (("revoke", "nobody"), 1, "no good token 'nobody'"),
    ],
)
def test_a_mistake_with_tokens_is_told_in_a_line(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    assert dateline("tokens", "make", "somebody", "--data", str(tmp_path)).returncode == 0
    result = dateline("tokens", *arguments, "--data", str(tmp_path))
    assert (result.returncode, "Traceback" in result.stderr) == (code, False)
    assert said in result.stderr
    assert result.stderr.count("Error: ") == 1


def test_without_a_store_there_is_nothing_to_list(tmp_path: Path) -> None:
    result = dateline("tokens", "list", "--data", str(tmp_path / "nowhere"))
    assert result.returncode == 69
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "nowhere").exists()
