"""The command group: loaded by need, quiet when its reader has gone."""

import json
import pkgutil
import subprocess
import sys

import pytest
from click.testing import CliRunner

from cli import commands
from cli.main import main

NAMES = [module.name for module in pkgutil.iter_modules(commands.__path__)]
HEAVY = ("flask", "celery", "redis", "sqlalchemy", "alembic", "rich", "trafilatura", "dateparser", "pydantic")


@pytest.mark.parametrize("name", NAMES)
def test_every_module_of_commands_is_a_command_with_help(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0, result.output
    assert f"Usage: main {name}" in result.output


def test_the_commands_of_the_contract_are_there() -> None:
    assert {"up", "submit", "timeline", "upgrade"} <= set(NAMES)


@pytest.mark.parametrize("name", ["up", "submit", "timeline", "upgrade"])
def test_a_command_is_found_without_importing_what_only_its_work_needs(name: str) -> None:
    code = (
        f"import sys, json; from cli.main import main; main(['{name}', '--help'], standalone_mode=False);"
        f"print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert json.loads(output.splitlines()[-1]) == []


def test_an_unknown_command_is_a_usage_error() -> None:
    result = CliRunner().invoke(main, ["tlmeline"])
    assert result.exit_code == 2
    assert "No such command 'tlmeline'" in result.output


def test_a_reader_that_has_gone_is_no_error_to_talk_about() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", "import time; time.sleep(0.2); from cli.main import main; main()", "--help"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    assert process.stderr.read() == b""
    process.wait()
