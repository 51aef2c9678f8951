"""Commands that ask a server: one that is not there, and one that answers garbage."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import COMMANDS, ended

from cli.main import main


class _Garbage(BaseHTTPRequestHandler):
    """Answers anything with what is JSON, and none of Dateline's."""

    bodies = (b'{"id": []}', b"[1, 2]", b'"words"', b"{}", b"<html>", b'{"topic": 1, "events": [{}], "next": null}')
    asked = 0

    def do_GET(self) -> None:
        type(self).asked += 1
        body = self.bodies[self.asked % len(self.bodies)]
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def do_DELETE(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture(scope="module")
def garbage() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Garbage)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def article(tmp_path: Path) -> str:
    file = tmp_path / "article.json"
    file.write_text(json.dumps({"text": "The ferry sank last week.", "published": "2024-09-20", "topics": ["Ferries"]}))
    return str(file)


def _asking(article: str) -> list[list[str]]:
    """Every command that asks a server."""
    return [
        ["submit", article, "--wait"],
        ["submit", article, article],
        ["timeline", "ferries"],
        ["timeline", "ferries", "--format", "json"],
        ["feeds", "list"],
        ["feeds", "add", "https://example.org/feed", "--topic", "Harbour"],
        ["feeds", "poll", "https://example.org/feed"],
        ["feeds", "remove", "https://example.org/feed"],
        ["reread", "--dry-run"],
        ["retract", "x"],
        ["failures", "list"],
        ["failures", "show", "x"],
        ["failures", "retry", "x"],
        ["failures", "retry", "--all"],
        ["failures", "drop", "--all"],
        ["topics", "list"],
        ["topics", "show", "x"],
        ["topics", "define", "x", "--q", "fog"],
        ["topics", "rename", "x", "y"],
        ["topics", "merge", "x", "y"],
        ["topics", "remove", "x"],
    ]


def test_every_command_that_asks_a_server_shows_it_a_token() -> None:
    for path, command in COMMANDS.items():
        names = {option for parameter in command.params for option in parameter.opts}
        assert ("--server" in names) == ("--token" in names), path


def test_no_server_is_told_in_a_line(article: str) -> None:
    for arguments in _asking(article):
        answer = ended(*arguments)
        assert (answer.returncode, answer.stdout) == (69, b""), arguments
        assert b"No Dateline answers at" in answer.stderr
        assert b"Traceback" not in answer.stderr


def test_a_server_that_answers_garbage_ends_no_command_with_a_traceback(garbage: str, article: str) -> None:
    for arguments in _asking(article):
        for number in range(len(_Garbage.bodies)):
            _Garbage.asked = number
            result = CliRunner().invoke(main, arguments, env={"DATELINE_SERVER": garbage})
            assert result.exception is None or isinstance(result.exception, SystemExit), (arguments, result.exception)
            assert result.exit_code in (0, 1, 69, 76), (arguments, result.output)
