"""All commands there are, and how tests run them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import click
from processes import free_port

from cli.main import main

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
