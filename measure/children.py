"""Programs that answer in lines of JSON, and are ended when an answer takes too long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryFile
from threading import Timer
from typing import IO, cast

from measure.places import PROJECT, Document, Unmeasured


def module(name: str, *arguments: object, python: str | Path = sys.executable) -> list[str]:
    """The command that runs a module of this package."""
    return [str(python), "-m", name, *map(str, arguments)]


def environment() -> dict[str, str]:
    """That of an ordinary installation, which keeps its modules compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Child:
    """A running program. ``limit`` is what one answer may take, in seconds."""

    process: subprocess.Popen[str]
    errors: IO[str]
    limit: float

    def answer(self, question: str | None = None) -> Document:
        """The next line. Raises :class:`Unmeasured` when there is none within the limit."""
        late = Timer(self.limit, self.process.kill)
        late.start()
        try:
            if question is not None:
                print(question, file=self.process.stdin, flush=True)
            line = cast("IO[str]", self.process.stdout).readline()
        except BrokenPipeError:
            line = ""
        finally:
            late.cancel()
        if not line:
            raise Unmeasured(self._why())
        answer: Document = json.loads(line)
        return answer

    def _why(self) -> str:
        self.process.wait()
        self.errors.seek(0)
        last = self.errors.read().strip().splitlines()[-1:]
        return last[0] if last else f"gave no answer within {self.limit:g} s"


@contextmanager
def child(command: Sequence[str], limit: float) -> Iterator[Child]:
    """Started on one core, and ended with the block."""
    with (
        TemporaryFile("w+") as errors,
        subprocess.Popen(
            command, cwd=PROJECT, env=environment(), text=True, stdin=PIPE, stdout=PIPE, stderr=errors
        ) as process,
    ):
        on_one_core(process.pid)
        try:
            yield Child(process, errors, limit)
        finally:
            process.kill()


def on_one_core(process: int) -> None:
    """The last core that this process may use; systems that cannot pin let the program run free."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(process, {max(os.sched_getaffinity(0))})
