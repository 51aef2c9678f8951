"""Children of a supervisor, as tests start and hurt them."""

import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from processes import HANGING

from cli.running.child import Child
from cli.running.folder import DataFolder
from cli.running.signals import Signals
from cli.running.supervisor import supervise


def child(folder: DataFolder, script: str, name: str = "worker", seconds: float = 2) -> Child:
    return Child(
        name=name,
        command=("sh", "-c", script),
        environment={**os.environ},
        log=folder.logs / f"{name}.log",
        lock=folder.lock,
        farewell=((signal.SIGTERM, seconds),),
    )


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def eventually(holds: Callable[[], object], seconds: float = HANGING) -> bool:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def run(
    children: Sequence[Child],
    *,
    ready: Callable[[], bool] = lambda: True,
    when_ready: Callable[[], None] = lambda: None,
    said: list[str] | None = None,
) -> None:
    with Signals() as signals:
        supervise(
            children,
            signals,
            is_ready=ready,
            when_ready=when_ready,
            say=(said if said is not None else []).append,
        )


def later(condition: Callable[[], object], act: Callable[[], None]) -> None:
    def wait() -> None:
        eventually(condition)
        act()

    threading.Thread(target=wait, daemon=True).start()


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)
