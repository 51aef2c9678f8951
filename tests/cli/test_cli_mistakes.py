"""No mistake of somebody's ends a command with a traceback."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import COMMANDS, RUN, ended

from cli.main import main

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
