"""One process that `dateline up` started, with everything that it starts itself."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
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

    ``orphaned`` is the signal that Linux sends it when we die without a farewell; ``recovery`` is a command that
    cleans up after the run before, and is told when the latest began, in seconds since 1970. One that is ``called``
    runs while it is needed: it starts at a call and ends by itself.
    """

    name: str
    command: tuple[str, ...]
    environment: dict[str, str]
    log: Path
    lock: int
    farewell: tuple[tuple[signal.Signals, float], ...]
    orphaned: signal.Signals = signal.SIGTERM
    stdin: bytes = b""
    recovery: tuple[str, ...] = ()
    called: bool = False
    started: float = 0.0
    deaths: int = 0
    due: float | None = None
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _recovering: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        """In a session of its own: a Ctrl-C reaches `dateline up` alone, which stops all in order."""
        self._sweep()
        self.started, self.due = time.monotonic(), None
        self.process = self._run(_leash(self.orphaned), self.command, stdin=subprocess.PIPE)
        with suppress(BrokenPipeError), self.process.stdin as stdin:  # type: ignore[union-attr]
            stdin.write(self.stdin)

    def _run(self, leash: tuple[str, ...], command: tuple[str, ...], *, stdin: int) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603
                (*leash, *command),
                env=self.environment,
                cwd=self.log.parent,
                stdin=stdin,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=(self.lock,),
            )

    @property
    def rests(self) -> bool:
        """It waits for a call: it was not started yet, or came to its end."""
        return self.called and (self.process is None or self.ended == 0)

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
        self._let_recovery_be()
        self._sweep()

    def _sweep(self) -> None:
        """Kills what is left of the last run, the processes that it had started included."""
        if self.process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def recover(self) -> None:
        if self.recovery:
            self._let_recovery_be()
            began = time.time() - (time.monotonic() - self.started)
            command = (*self.recovery, repr(began))
            self._recovering = self._run(_leash(signal.SIGKILL), command, stdin=subprocess.DEVNULL)
            threading.Thread(target=self._recovering.wait, daemon=True).start()

    def _let_recovery_be(self) -> None:
        if self._recovering is not None:
            self._recovering.kill()
            self._recovering.wait()

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
