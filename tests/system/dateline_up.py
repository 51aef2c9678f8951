"""`dateline up` as a user runs it, and the process table as the judge of what it leaves behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

from processes import HANGING, free_port, until

DATELINE = str(Path(sys.executable).with_name("dateline"))
ARTICLE: dict[str, object] = {
    "title": "Quarry at Fell Moor to close",
    "published": "2025-03-05T09:00:00+00:00",
    "publisher": "Fell Courier",
    "topics": ["Fell Moor quarry"],
    "text": (
        "The quarry at Fell Moor closed on Monday.\n\n"
        "The last train left last week. The county will decide next month what becomes of the site."
    ),
}
SLUG = "fell-moor-quarry"


def processes_naming(folder: Path) -> dict[int, str]:
    """The command lines, by process id, of all that work in the folder or were told of it."""
    mark, found = str(folder).encode(), {}
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            if entry.name.isdecimal() and (entry / "stat").read_text().rpartition(")")[2].split()[0] != "Z":
                command = (entry / "cmdline").read_bytes()
                told = command + (entry / "environ").read_bytes() + bytes((entry / "cwd").readlink())
                if mark in told:
                    found[int(entry.name)] = command.replace(b"\0", b" ").decode()
    return {pid: command for pid, command in found.items() if pid != os.getpid()}


@dataclass
class Running:
    """A `dateline up`, the lines that it has printed so far, and its address."""

    process: subprocess.Popen[str]
    data: Path
    url: str
    lines: list[str] = field(default_factory=list)

    def call(self, path: str, body: object = None) -> tuple[int, dict[str, object]]:
        """GET, or POST of ``body`` as JSON; the status and the decoded answer."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=HANGING) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def ready(self) -> bool:
        assert self.process.poll() is None, "".join(self.lines)
        return any(line.startswith("Dateline is ready: ") for line in self.lines)

    def submitted(self, article: object) -> str:
        """The id of an article that was accepted."""
        status, answer = self.call("/api/v1/articles", article)
        assert status == 202, answer
        return str(answer["id"])

    def done(self, article: str) -> bool:
        """Also while the API is just being started again: then not yet."""
        try:
            state = self.call(f"/api/v1/articles/{article}")[1].get("state")
        except (OSError, HTTPException):
            return False
        assert state != "failed"
        return state == "done"

    def events(self, slug: str = SLUG) -> list[object]:
        """Without their addresses, which have this start's port in them."""
        events = self.call(f"/api/v1/timelines/{slug}")[1]["events"]
        assert isinstance(events, list)
        return [{name: value for name, value in event.items() if name != "url"} for event in events]

    def child(self, words: str) -> int:
        """The process whose command line contains ``words``; of several, the one that started the rest."""
        found = [pid for pid, command in processes_naming(self.data).items() if words in command]
        return min(found, default=0)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """The exit code."""
        self.process.send_signal(number)
        return self.process.wait(HANGING)


@contextmanager
def up(
    data: Path, *options: str, environ: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Iterator[Running]:
    """A ready one on a free port, stopped afterwards, by force if need be."""
    port = free_port()
    clean = {name: value for name, value in os.environ.items() if name not in ("REDIS_URL", "DATABASE_URL")}
    process = subprocess.Popen(
        [DATELINE, "up", "--data", str(data), "--port", str(port), "--workers", "2", *options],
        env={**clean, "MARK": str(data), **(environ or {})},
        cwd=cwd or data.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    running = Running(process, data, f"http://127.0.0.1:{port}")
    assert process.stdout
    reader = threading.Thread(target=running.lines.extend, args=(process.stdout,), daemon=True)
    reader.start()
    try:
        until(running.ready)
        yield running
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        try:
            process.wait(HANGING)
        finally:
            for pid in processes_naming(data):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
