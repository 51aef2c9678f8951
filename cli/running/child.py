"""One process that `dateline up` started, with everything that it starts itself."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from cli.running.signals import Signals

_LOG_BYTES = 10_000_000
_END_WITH_PARENT = """
import ctypes, os, sys
PR_SET_PDEATHSIG = 1
ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(sys.argv[1]))
if os.getppid() == int(sys.argv[2]):
    os.execvp(sys.argv[3], sys.argv[3:])
"""


@dataclass(kw_only=True, eq=False)
class Child:
    """``farewell`` are the signals that ask it to end, each with its seconds; SIGKILL is the last.

    ``orphaned`` is the signal that Linux sends it when we die without a farewell; ``recovery`` is told, in a
    thread, when the latest run began, and may clean up after the one before.
    """

    name: str
    command: tuple[str, ...]
    environment: dict[str, str]
    log: Path
    lock: int
    farewell: tuple[tuple[signal.Signals, float], ...]
    orphaned: signal.Signals = signal.SIGTERM
    stdin: bytes = b""
    recovery: Callable[[float], None] | None = None
    started: float = 0.0
    deaths: int = 0
    due: float | None = None
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        """In a session of its own: a Ctrl-C reaches `dateline up` alone, which stops all in order."""
        self._sweep()
        self.started, self.due = time.monotonic(), None
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603
                (*_leash(self.orphaned), *self.command),
                env=self.environment,
                cwd=self.log.parent,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=(self.lock,),
            )
        with suppress(BrokenPipeError), self.process.stdin as stdin:  # type: ignore[union-attr]
            stdin.write(self.stdin)

    @property
    def ended(self) -> int | None:
        """The exit code, negative for a signal; ``None`` while it runs or before it was started."""
        return self.process.poll() if self.process else None

    def stop(self, signals: Signals) -> None:
        """Says farewell, waits, then kills what is left; a further stop signal cuts the waiting short."""
        for number, seconds in self.farewell:
            if self.process is None or self.ended is not None or signals.impatient:
                break
            self.process.send_signal(number)
            deadline = time.monotonic() + seconds
            while self.ended is None and time.monotonic() < deadline and not signals.impatient:
                signals.wait(min(deadline - time.monotonic(), 0.5))
        self._sweep()

    def _sweep(self) -> None:
        """Kills what is left of the last run, the processes that it had started included."""
        if self.process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def recover(self) -> None:
        if self.recovery is not None:
            began = time.time() - (time.monotonic() - self.started)
            threading.Thread(target=self.recovery, args=(began,), daemon=True).start()

    def last_words(self, lines: int = 12) -> str:
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return "\n".join(f"  {line}" for line in text.splitlines()[-lines:])

    def turn_log(self, limit: int = _LOG_BYTES) -> None:
        """Keeps the log and the one before it; the process goes on writing to the same, emptied file."""
        if self.log.exists() and self.log.stat().st_size > limit:
            shutil.copyfile(self.log, self.log.with_suffix(".log.1"))
            os.truncate(self.log, 0)


def _leash(number: signal.Signals) -> tuple[str, ...]:
    """What goes before a command so that Linux sends it ``number`` when we are gone, however we went."""
    if sys.platform != "linux":
        return ()
    return (sys.executable, "-I", "-S", "-c", _END_WITH_PARENT, str(int(number)), str(os.getpid()))
