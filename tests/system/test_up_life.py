"""The life of `dateline up`: started, used, stopped, started again."""

from __future__ import annotations

import os
import pty
import signal
import socket
import subprocess
from pathlib import Path

import pytest
from dateline_up import ARTICLE, DATELINE, Running, processes_naming, up
from processes import HANGING, free_port, until

pytestmark = pytest.mark.system


def test_a_signal_stops_every_process_and_a_second_start_keeps_everything(tmp_path: Path) -> None:
    """SIGTERM the first time, with articles in the queue; SIGINT the second."""
    data = tmp_path / "data"
    with up(data) as dateline:
        article = dateline.submitted(ARTICLE)
        until(lambda: dateline.done(article))
        before = dateline.events()
        queue = (data / "broker" / "url").read_text()
        assert len(processes_naming(tmp_path)) >= 6, "supervisor, broker, worker, pool of two, API"
        waiting = [ARTICLE | {"publisher": f"Courier {number}", "topics": ["Later"]} for number in range(60)]
        ids = [dateline.submitted(each) for each in waiting]
        stopped(dateline, signal.SIGTERM)
    assert before
    with up(data) as dateline:
        assert dateline.events() == before
        until(lambda: all(dateline.done(each) for each in ids))
        assert dateline.done(article)
        assert (data / "broker" / "url").read_text() == queue
        stopped(dateline, signal.SIGINT)


def stopped(dateline: Running, number: signal.Signals) -> None:
    assert dateline.stop(number) == 0
    assert processes_naming(dateline.data.parent) == {}
    assert dateline.lines[-1] == "Dateline has stopped.\n"


def test_ctrl_c_in_a_terminal_stops_in_order_and_loses_no_article(tmp_path: Path) -> None:
    """The terminal sends SIGINT to its whole foreground group; only the supervisor may be in it."""
    port, data = free_port(), tmp_path / "data"
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(DATELINE, [DATELINE, "up", "--data", str(data), "--port", str(port)])
    output = b""
    while b"Dateline is ready" not in output:
        output += os.read(terminal, 1024)
    os.write(terminal, b"\x03")
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert processes_naming(tmp_path) == {}
    worker = (data / "logs" / "worker.log").read_text()
    assert "Warm shutdown" in worker
    assert "Traceback" not in worker


def test_a_taken_port_is_an_error_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [DATELINE, "up", "--data", str(tmp_path / "data"), "--port", str(port)]
        result = subprocess.run(command, capture_output=True, text=True, timeout=HANGING, check=False)
    assert result.returncode == 2
    assert f"127.0.0.1 port {port} is taken by another program" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists()
    assert processes_naming(tmp_path) == {}


@pytest.mark.parametrize(
    ("variable", "value", "named"),
    [
        ("REDIS_URL", "redis://127.0.0.1:1/0", "The broker at 127.0.0.1 (REDIS_URL) does not answer"),
        ("REDIS_URL", "nonsense", "REDIS_URL"),
        ("DATABASE_URL", "nonsense", "DATABASE_URL"),
        ("DATABASE_URL", "postgresql://127.0.0.1:1/news", "DATABASE_URL"),
        ("DATELINE_ZONE", "Europe/Atlantis", "Europe/Atlantis"),
    ],
)
def test_a_setting_that_cannot_work_is_named_and_nothing_starts(
    tmp_path: Path, variable: str, value: str, named: str
) -> None:
    result = subprocess.run(
        [DATELINE, "up", "--data", str(tmp_path / "data"), "--port", str(free_port())],
        env={**os.environ, variable: value},
        capture_output=True,
        text=True,
        timeout=HANGING,
        check=False,
    )
    assert result.returncode == 2
    assert named in result.stderr
    assert "Traceback" not in result.stderr
    assert processes_naming(tmp_path) == {}
