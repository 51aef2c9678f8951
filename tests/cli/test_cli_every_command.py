"""What holds for all commands, whichever come: help with examples, JSON, completion."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from commands import COMMANDS, ended

from cli.examples import EXAMPLES
from cli.main import main

NO_DATA = {"up", "completion"}
"""Commands that answer with no data."""
JSON_ALONE = {"tag", "events", "digest", "failures show"}


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
