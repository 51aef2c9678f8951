"""A backup is the store of one moment; putting it back harms nothing that is there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from backing_up import backup, restore
from processes import until
from store_specimens import done

from timeline.store import Refused, Store, open_store, upgrade
from timeline.store.upgrading import to_revision


def test_a_backup_restored_is_the_store(filled: str, elsewhere: str, tmp_path: Path) -> None:
    assert backup(filled, tmp_path / "saved") == 1
    assert restore(elsewhere, tmp_path / "saved") == 1
    with closing(open_store(elsewhere)) as store:
        store.ping()
        assert store.entry("a1") == done()
        assert store.replace(done("a2"))
    assert sorted(file.name for file in Path(elsewhere[10:]).parent.iterdir()) == ["dateline.db"]


def test_a_backup_made_while_others_write_is_of_one_moment(filled: str, elsewhere: str, tmp_path: Path) -> None:
    """It holds whole articles, and all that were there when it began."""
    written = []
    with closing(open_store(filled)) as store, writing(store, written):
        for attempt in range(5):
            until(lambda wanted=20 * (attempt + 1): len(written) >= wanted)
            before = len(written)
            held = backup(filled, tmp_path / f"saved{attempt}")
            assert before + 1 <= held <= len(written) + 2
    restore(elsewhere, tmp_path / "saved4")
    with closing(open_store(elsewhere)) as store:
        timeline = store.timeline("harbour")
        assert timeline is not None
        assert timeline.count == held * len(done().events or ())
        assert all(store.entry(f"n{number}") == done(f"n{number}") for number in range(held - 1))


@contextmanager
def writing(store: Store, written: list[str]) -> Iterator[None]:
    """Somebody writes one article after the other."""
    ended = threading.Event()

    def write() -> None:
        while not ended.is_set():
            store.replace(done(f"n{len(written)}"))
            written.append(f"n{len(written)}")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield
    finally:
        ended.set()
        writer.join()


def test_an_empty_store_is_overwritten(filled: str, elsewhere: str, tmp_path: Path) -> None:
    backup(filled, tmp_path / "saved")
    upgrade(elsewhere)
    assert restore(elsewhere, tmp_path / "saved") == 1


def test_a_damaged_store_is_replaced_when_asked(filled: str, tmp_path: Path) -> None:
    backup(filled, tmp_path / "saved")
    file = Path(filled.removeprefix("sqlite:///"))
    file.write_bytes(b"x" * 8192)
    with pytest.raises(Refused, match="--force"):
        restore(filled, tmp_path / "saved")
    restore(filled, tmp_path / "saved", force=True)
    with closing(open_store(filled)) as store:
        assert store.entry("a1") == done()


def test_a_backup_of_an_earlier_version_is_brought_up_to_date(elsewhere: str, tmp_path: Path) -> None:
    old = f"sqlite:///{tmp_path}/old.db"
    to_revision(old, "0001")
    backup(old, tmp_path / "saved")
    restore(elsewhere, tmp_path / "saved")
    with closing(open_store(elsewhere)) as store:
        store.ping()


def test_only_its_owner_reads_a_backup(filled: str, tmp_path: Path) -> None:
    backup(filled, tmp_path / "saved")
    assert (tmp_path / "saved").stat().st_mode & 0o777 == 0o600
