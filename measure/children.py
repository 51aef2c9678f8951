"""Programs that answer in lines of JSON, and are ended when an answer takes too long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Timer
from types import TracebackType

from measure.places import PROJECT, Document, Unmeasured


def module(name: str, *arguments: object, python: str | Path = sys.executable) -> list[str]:
    """The command that runs a module of this package."""
    return [str(python), "-m", name, *map(str, arguments)]


class Child(AbstractContextManager["Child"]):
    """A program on one core. ``limit`` is what one answer may take, in seconds."""

    def __init__(self, command: Sequence[str], limit: float) -> None:
        self._limit = limit
        self._process = subprocess.Popen(
            command, cwd=PROJECT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        on_one_core(self._process.pid)

    def answer(self, question: str | None = None) -> Document:
        """The next line. Raises :class:`Unmeasured` when there is none within the limit."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        late = Timer(self._limit, self._process.kill)
        late.start()
        try:
            if question is not None:
                self._process.stdin.write(question + "\n")
                self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            late.cancel()
        if not line:
            raise Unmeasured(self._why())
        answer: Document = json.loads(line)
        return answer

    def _why(self) -> str:
        assert self._process.stderr is not None
        last = self._process.stderr.read().strip().splitlines()[-1:]
        return last[0] if last else f"gave no answer within {self._limit:g} s"

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()


def on_one_core(process: int) -> None:
    """The last core that this process may use; systems that cannot pin let the program run free."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(process, {max(os.sched_getaffinity(0))})
