"""The data folder of a `dateline up`: one user at a time, who has its broker."""

import os
import signal
import socket
import time
from pathlib import Path

import pytest
from supervised import child, eventually

from cli.failures import CannotStart
from cli.running.broker import broker
from cli.running.child import Child
from cli.running.folder import DataFolder, data_folder, database_url
from cli.running.signals import Signals


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


def test_a_relative_sqlite_address_is_taken_from_where_the_command_runs(
    folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert database_url(folder.path, {}) == f"sqlite:///{folder.path}/dateline.db"
    assert database_url(folder.path, {"DATABASE_URL": "sqlite:///x/y.db"}) == f"sqlite:///{tmp_path}/x/y.db"
    assert database_url(folder.path, {"DATABASE_URL": "sqlite:////x/y.db"}) == "sqlite:////x/y.db"
    assert database_url(folder.path, {"DATABASE_URL": "postgresql:///news"}) == "postgresql:///news"
