"""The parts of `dateline up`, with real sockets, real locks and real processes."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from processes import HANGING

from cli.failures import CannotStart, Failed
from cli.running.address import Address, free_address
from cli.running.apart import apart
from cli.running.broker import broker
from cli.running.child import Child
from cli.running.folder import DataFolder, data_folder, database_url
from cli.running.signals import Signals
from cli.running.supervisor import supervise


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DataFolder]:
    folder = data_folder(tmp_path / "data")
    yield folder
    os.close(folder.lock)


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


def test_a_free_port_is_found_and_a_taken_one_is_named() -> None:
    address = free_address("127.0.0.1", 0)
    assert free_address("127.0.0.1", address.port) == address
    with socket.create_server(("127.0.0.1", address.port)):
        with pytest.raises(CannotStart, match=rf"127\.0\.0\.1 port {address.port} is taken .*--port"):
            free_address("127.0.0.1", address.port)
        with pytest.raises(CannotStart, match="is taken"):
            free_address("0.0.0.0", address.port)


@pytest.mark.parametrize("host", ["no.such.host.invalid", "192.0.2.1", "a" * 300])
def test_a_host_that_is_not_here_is_refused(host: str) -> None:
    with pytest.raises(CannotStart):
        free_address(host, 0)


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:80"),
        ("0.0.0.0", "http://127.0.0.1:80"),
        ("::", "http://[::1]:80"),
        ("::1", "http://[::1]:80"),
    ],
)
def test_the_printed_address_is_one_that_can_be_opened(host: str, url: str) -> None:
    assert Address(host, 80).url == url


def test_a_data_folder_has_one_user_at_a_time(folder: DataFolder) -> None:
    with pytest.raises(CannotStart, match=rf"in use by another `dateline up` \(process {os.getpid()}\)"):
        data_folder(folder.path)


def test_a_data_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotStart, match=r"cannot be written to: Not a directory\. Give another with --data"):
        data_folder(tmp_path / "file" / "data")


def test_children_hold_the_lock_until_the_last_of_them_is_gone(tmp_path: Path) -> None:
    taken = data_folder(tmp_path)
    lingering = child(taken, "sleep 0.7 & wait")
    lingering.start()
    os.close(taken.lock)
    (tmp_path / "lock").write_text("999999999")
    began = time.monotonic()
    again = data_folder(tmp_path)
    assert time.monotonic() - began > 0.3
    os.close(again.lock)
    lingering.process.wait()


def test_the_brokers_address_stays_and_is_for_its_owner_only(tmp_path: Path) -> None:
    first, second = broker(tmp_path), broker(tmp_path)
    assert first.url == second.url
    assert (tmp_path / "url").stat().st_mode & 0o077 == 0
    with socket.create_server(("127.0.0.1", int(first.url.rpartition(":")[2].partition("/")[0]))):
        assert broker(tmp_path).url != first.url


def test_the_broker_keeps_what_it_acknowledged_though_it_is_killed_and_lets_nobody_else_in(
    tmp_path: Path,
) -> None:
    import redis

    folder = tmp_path / 'a "quoted" \\ folder'
    folder.mkdir()
    data = data_folder(folder)
    server = broker(data.broker)
    process = Child(
        name="broker",
        command=server.command,
        environment={**os.environ},
        log=data.logs / "broker.log",
        lock=data.lock,
        farewell=((signal.SIGTERM, 4),),
        stdin=server.settings,
    )
    client = redis.Redis.from_url(server.url, retry=None)

    def up() -> object:
        try:
            return client.ping()
        except redis.ConnectionError:
            return False

    with Signals() as signals:
        process.start()
        assert eventually(up), process.last_words()
        client.lpush("queue", "article")
        process.process.kill()
        process.process.wait()
        process.start()
        assert eventually(up), process.last_words()
        assert client.lrange("queue", 0, -1) == [b"article"]
        assert client.config_get("appendfsync") == {"appendfsync": "always"}
        with pytest.raises(redis.AuthenticationError):
            redis.Redis.from_url(server.url.replace(server.url.split("@")[0], "redis://:wrong")).ping()
        assert server.url.split(":")[2].split("@")[0] not in Path(f"/proc/{process.process.pid}/cmdline").read_text()
        process.stop(signals)
    assert process.ended == 0
    os.close(data.lock)


def test_stopping_is_in_reverse_order_and_lets_each_end_by_itself(folder: DataFolder) -> None:
    order = folder.path / "order"
    script = "trap 'sleep 0.2; echo {0} >> {1}; exit 0' TERM; echo up; while :; do sleep 0.05; done"
    family = [child(folder, script.format(name, order), name) for name in ("broker", "worker", "api")]
    later(lambda: all(each.log.exists() and each.log.read_text() for each in family), interrupt)
    run(family)
    assert order.read_text().split() == ["api", "worker", "broker"]
    assert [each.ended for each in family] == [0, 0, 0]


def test_what_does_not_end_is_killed_with_everything_that_it_started(folder: DataFolder) -> None:
    deaf = child(folder, "trap '' TERM; sleep 60 & echo $!; wait; sleep 60", seconds=0.3)
    later(lambda: deaf.log.exists() and deaf.log.read_text().strip(), interrupt)
    began = time.monotonic()
    run([deaf])
    assert time.monotonic() - began < 5
    assert deaf.ended == -signal.SIGKILL
    assert eventually(lambda: not running(int(deaf.log.read_text())))


def test_asking_a_second_time_kills_at_once(folder: DataFolder) -> None:
    deaf = child(folder, "trap 'echo asked' TERM; echo up; while :; do sleep 0.05; done", seconds=60)
    later(lambda: deaf.log.exists() and "up" in deaf.log.read_text(), interrupt)

    def again() -> None:
        time.sleep(1.1)
        interrupt()

    later(lambda: deaf.log.exists() and "asked" in deaf.log.read_text(), again)
    began = time.monotonic()
    run([deaf])
    assert time.monotonic() - began < 20


def test_a_child_that_ends_at_once_fails_the_start_with_its_last_words_and_stops_the_others(
    folder: DataFolder,
) -> None:
    steady = child(folder, "sleep 60", "broker")
    broken = child(folder, "echo no such module; exit 3")
    with pytest.raises(Failed, match=r"The worker ended at once \(exit code 3\):\n  no such module"):
        run([steady, broken], ready=lambda: False)
    assert steady.ended == -signal.SIGTERM


def test_a_child_that_dies_later_is_started_again_and_people_are_told(folder: DataFolder) -> None:
    said: list[str] = []
    starts = folder.path / "starts"
    mortal = child(folder, f"echo $$ >> {starts}; exec sleep 60")

    def count() -> int:
        return len(starts.read_text().split()) if starts.exists() else 0

    def kill() -> None:
        os.kill(mortal.process.pid, signal.SIGKILL)
        later(lambda: count() == 2, interrupt)

    run([mortal], ready=lambda: count() == 1, when_ready=kill, said=said)
    assert count() == 2
    assert said == [f"The worker ended (signal 9); it starts again in 0.5 s. Its log: {mortal.log}"]


def test_what_is_done_apart_answers_or_is_refused_and_leaves_nothing_here() -> None:
    def work() -> str:
        import this

        return this.s

    assert "Ornhgvshy" in apart(work)
    assert "this" not in sys.modules

    def refused() -> str:
        raise CannotStart("The store “x” cannot be used.")

    with pytest.raises(CannotStart, match=r"^The store “x” cannot be used\.$"):
        apart(refused)


def test_what_is_killed_apart_fails_the_start(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Failed, match="ended with signal 9"):
        apart(lambda: str(os.kill(os.getpid(), signal.SIGKILL)))
    with pytest.raises(Failed, match="ended with exit code 1"):
        apart(lambda: str(1 / 0))
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_a_child_that_is_called_runs_from_a_call_to_its_own_end_and_again(folder: DataFolder) -> None:
    starts, said = folder.path / "starts", list[str]()
    caller = child(folder, "exec sleep 60", "worker")
    called = child(folder, f"echo $$ >> {starts}", "feeds")
    called.called = True

    def call() -> None:
        assert not starts.exists()
        for number in (1, 2):
            os.kill(os.getpid(), signal.SIGUSR1)
            eventually(lambda n=number: starts.exists() and len(starts.read_text().split()) == n and called.rests)
        interrupt()

    run([caller, called], when_ready=threading.Thread(target=call).start, said=said)
    assert len(starts.read_text().split()) == 2
    assert said == []


def test_recovery_is_told_when_the_run_began_and_ends_with_its_child(folder: DataFolder) -> None:
    told = folder.path / "told"
    worker = child(folder, "exec sleep 60")
    worker.recovery = ("sh", "-c", f"echo $$ $0 >> {told}; exec sleep 60")
    later(lambda: told.exists() and told.read_text().endswith("\n"), interrupt)
    began = time.time()
    run([worker])
    number, moment = told.read_text().split()
    assert began - 1 < float(moment) < time.time()
    assert not running(int(number))


def test_a_log_that_grew_is_put_aside_and_written_on(folder: DataFolder) -> None:
    talker = child(folder, "echo before; while ! test -e go; do sleep 0.02; done; echo after")
    talker.start()
    assert eventually(lambda: "before" in talker.log.read_text())
    talker.turn_log(limit=3)
    (folder.logs / "go").touch()
    talker.process.wait()
    assert (folder.logs / "worker.log.1").read_text() == "before\n"
    assert talker.log.read_text() == "after\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process of its parent's death")
def test_children_do_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    code = f"""
import os, signal, sys, time
sys.path[:0] = {[str(Path(__file__).parents[up]) for up in (0, 1)]!r}
from pathlib import Path
from cli.running.folder import data_folder
from test_cli_running import child
one = child(data_folder(Path({str(tmp_path)!r})), "exec sleep 60")
one.start()
print(one.process.pid, flush=True)
time.sleep(60)
"""
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    orphan = int(parent.stdout.readline())
    assert running(orphan)
    parent.kill()
    parent.wait()
    assert eventually(lambda: not running(orphan))


def test_a_relative_sqlite_address_is_taken_from_where_the_command_runs(
    folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert database_url(folder.path, {}) == f"sqlite:///{folder.path}/dateline.db"
    assert database_url(folder.path, {"DATABASE_URL": "sqlite:///x/y.db"}) == f"sqlite:///{tmp_path}/x/y.db"
    assert database_url(folder.path, {"DATABASE_URL": "sqlite:////x/y.db"}) == "sqlite:////x/y.db"
    assert database_url(folder.path, {"DATABASE_URL": "postgresql:///news"}) == "postgresql:///news"
