"""What the store has taken is on the disk before it says so: no test can cut the power, so what is synced is seen."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store_specimens import done

from timeline.store import Store, Unavailable, open_store, upgrade

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tells open files by their numbers in /proc")

Sync = Callable[[int], None]


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{file}")
    yield opened
    opened.close()


def _synced(monkeypatch: pytest.MonkeyPatch, also: Callable[[Path], None] = lambda _: None) -> list[Path]:
    """The files that are synced by us from now on."""
    files: list[Path] = []

    def seen(really: Sync) -> Sync:
        def sync(file: int) -> None:
            files.append(Path(os.readlink(f"/proc/self/fd/{file}")))
            also(files[-1])
            really(file)

        return sync

    for name in ("fdatasync", "fsync"):
        monkeypatch.setattr(os, name, seen(getattr(os, name)))
    return files


def _log(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def test_a_new_log_is_synced_with_its_name_and_after_that_by_itself(
    store: Store, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = _synced(monkeypatch)
    store.replace(done())
    assert synced == [_log(file), file.parent]
    store.replace(done(later=1))
    assert synced[2:] == [_log(file)]


def test_a_log_is_synced_where_a_link_leads(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = tmp_path / "elsewhere.db"
    link.symlink_to(file)
    synced = _synced(monkeypatch)
    with closing(open_store(f"sqlite:///{link}")) as store:
        store.replace(done())
    assert synced[0] == _log(file)


def test_what_is_synced_was_committed_and_the_next_may_write_meanwhile(
    store: Store, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def other(_: Path) -> None:
        with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            seen.append(connection.execute("SELECT count(*) FROM articles").fetchone())

    _synced(monkeypatch, other)
    store.replace(done())
    assert set(seen) == {(1,)}


def test_what_cannot_be_synced_was_not_taken(store: Store, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fdatasync", broken)
    with pytest.raises(Unavailable, match="Input/output error"):
        store.replace(done())
    monkeypatch.undo()
    assert store.replace(done())


def test_reading_syncs_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.replace(done())
    synced = _synced(monkeypatch)
    assert store.entry("a1") == done()
    store.topics()
    assert synced == []


def test_without_a_log_sqlite_syncs_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    upgrade(url := f"sqlite:///{tmp_path / 'plain.db'}")
    with closing(sqlite3.connect(tmp_path / "plain.db")) as connection:
        assert connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    synced = _synced(monkeypatch)
    with closing(open_store(url)) as store:
        assert store.replace(done())
        assert store.entry("a1") == done()
    assert synced == []
