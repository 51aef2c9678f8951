"""What holds for all commands, whichever come: help with examples, JSON, and no traceback for somebody's mistake."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from processes import free_port

from cli.examples import EXAMPLES
from cli.main import main

NO_DATA = {"up", "completion"}
"""Commands that answer with no data."""
JSON_ALONE = {"tag", "events", "digest", "failures show"}
RUN = (sys.executable, "-c", "from cli.main import main; main()")


def _walked(command: click.Command, path: str = "") -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield path, command
        return
    with click.Context(command) as context:
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from _walked(found, f"{path} {name}".strip())


COMMANDS = dict(_walked(main))


def ended(*arguments: str, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "DATELINE_SERVER": f"http://127.0.0.1:{free_port()}", **environ}
    return subprocess.run((*RUN, *arguments), input=stdin, env=environment, capture_output=True, check=False)


@pytest.mark.parametrize("path", COMMANDS)
def test_help_has_examples(path: str) -> None:
    result = CliRunner().invoke(main, [*path.split(), "--help"])
    assert result.exit_code == 0
    shown = " ".join(result.output.partition("Examples:")[2].split())
    assert shown
    for example in EXAMPLES[path]:
        assert f"dateline {path}" in example
        assert " ".join(example.split()) in shown


def test_examples_are_of_commands_that_there_are() -> None:
    groups = {path.split()[0] for path in COMMANDS}
    assert set(EXAMPLES) <= {"", *COMMANDS, *groups}


@pytest.mark.parametrize("path", sorted(COMMANDS.keys() - NO_DATA - JSON_ALONE))
def test_answers_can_be_had_as_json(path: str) -> None:
    options = {name: option for option in COMMANDS[path].params for name in option.opts}
    assert isinstance(options["--format"].type, click.Choice)
    assert "json" in options["--format"].type.choices


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


BAD_LINES = (b"{", b"[]", b"1", b'{"id": 1}', b'{"id": 1, "text": 2, "dct": "2024-09-20"}', b"\xff\xfe", b"\0")


@pytest.mark.parametrize("command", ["tag", "events"])
def test_a_line_that_cannot_be_read_is_named(command: str) -> None:
    for line in (*BAD_LINES, b'{"id": 1, "text": "x", "dct": "yesterday"}'):
        answer = ended(command, "--jsonl", stdin=b"\n" + line)
        assert answer.returncode == 1, (line, answer)
        assert b"line 2" in answer.stderr, (line, answer.stderr)
        assert b"Traceback" not in answer.stderr
    assert ended(command, "--jsonl").returncode == 0


def test_files_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    bad, folder, missing = tmp_path / "bad", tmp_path / "folder", tmp_path / "missing"
    bad.write_bytes(b"\x1f\x8b\0\xff no gzip")
    folder.mkdir()
    data = ["--data", str(tmp_path / "data")]
    for arguments, names in (
        (["digest", str(bad)], bad),
        (["digest", str(missing)], missing),
        (["digest", str(folder)], folder),
        (["submit", str(missing)], missing),
        (["submit", str(folder)], None),
        (["restore", str(bad), *data], bad),
        (["restore", str(missing), *data], missing),
        (["backup", str(tmp_path / "no" / "where"), *data], None),
        (["backup", str(folder), *data], folder),
        (["tokens", "list", "--data", str(bad)], bad),
        (["tokens", "revoke", "nobody", *data], None),
        (["up", "--data", str(bad)], bad),
    ):
        answer = ended(*arguments)
        assert answer.returncode in (1, 2, 69), (arguments, answer)
        assert b"Traceback" not in answer.stderr, (arguments, answer.stderr)
        assert names is None or str(names).encode() in answer.stderr, (arguments, answer.stderr)


def test_settings_that_cannot_be_used_are_named() -> None:
    for arguments in (["upgrade"], ["tokens", "list"], ["up", "--port", "0"], ["backup", "/nowhere/b.db"]):
        answer = ended(*arguments, DATABASE_URL="mysql://nobody@nowhere/x")
        assert answer.returncode in (1, 2), (arguments, answer)
        assert b"Traceback" not in answer.stderr
        assert b"DATABASE_URL" in answer.stderr


@pytest.mark.parametrize("path", COMMANDS)
def test_wrong_options_are_told_with_code_2(path: str) -> None:
    answer = CliRunner().invoke(main, [*path.split(), "--no-such-option"])
    assert answer.exit_code == 2
    assert "--no-such-option" in answer.output


@pytest.mark.parametrize("count", [1, 20_000])
def test_a_reader_that_has_gone_is_nothing_to_talk_about(count: int) -> None:
    """Whether what is written fits what was waiting for it or not."""
    line = json.dumps({"id": "1", "dct": "2024-09-20", "text": "The ferry sank last week."}).encode() + b"\n"
    command = f"{RUN[0]} -c '{RUN[2]}' tag --jsonl | true; exit ${{PIPESTATUS[0]}}"
    answer = subprocess.run(["bash", "-c", command], input=line * count, capture_output=True, check=False)
    assert (answer.returncode, answer.stderr) == (1, b"")


def test_json_of_commands_that_keep_data(tmp_path: Path) -> None:
    """One object a line, with what the words say."""
    data = ["--data", str(tmp_path), "--format", "json"]
    (tmp_path / "dateline.db").parent.mkdir(exist_ok=True)
    made = json.loads(ended("tokens", "make", "Gazette", *data).stdout)
    assert (made["name"], made["scope"]) == ("Gazette", "submit")
    assert made["token"].startswith(f"dateline_{made['id']}_")
    [listed] = map(json.loads, ended("tokens", "list", *data).stdout.splitlines())
    assert (listed["id"], listed["revoked"]) == (made["id"], None)
    assert json.loads(ended("tokens", "revoke", made["id"], *data).stdout) == {"revoked": 1}
    saved = str(tmp_path / "saved.db")
    assert json.loads(ended("backup", saved, *data).stdout) == {"file": saved, "articles": 0}
    restored = ["--data", str(tmp_path / "other"), "--format", "json"]
    assert json.loads(ended("restore", saved, *restored).stdout) == {"file": saved, "articles": 0}
    url = f"sqlite:///{tmp_path}/new.db"
    assert json.loads(ended("upgrade", "--format", "json", DATABASE_URL=url).stdout) == {"state": "up to date"}


def test_explain_takes_its_old_option_for_json() -> None:
    asked = ["explain", "The councils met on Tuesday.", "--published", "2024-09-20"]
    found = [CliRunner().invoke(main, [*asked, *form]).output for form in (["--json"], ["--format", "json"])]
    assert found[0] == found[1]
    assert json.loads(found[0])["rule"] == "en.near-day"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_read_its_completion(shell: str) -> None:
    script = CliRunner().invoke(main, ["completion", shell]).output
    assert "_DATELINE_COMPLETE" in script
    if program := shutil.which(shell):
        checked = subprocess.run([program, "-n"], input=script.encode(), capture_output=True, check=False)
        assert (checked.returncode, checked.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("dateline ti", "timeline"), ("dateline tokens re", "revoke"), ("dateline up --se", "--seeds")],
)
def test_commands_and_options_are_completed(words: str, wanted: str) -> None:
    environ = {"_DATELINE_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    code = "from cli.main import main; main(prog_name='dateline')"
    told = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environ}, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == [f"plain,{wanted}"]
