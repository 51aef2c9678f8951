"""What is no backup that this version can use is refused, and so is what would overwrite something unasked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from backing_up import altered, backup, restore
from store_specimens import done

from timeline.store import Refused, TooNew, open_store


def test_a_store_with_articles_is_not_overwritten_unasked(filled: str, tmp_path: Path) -> None:
    backup(filled, tmp_path / "saved")
    with closing(open_store(filled)) as store:
        store.replace(done("a2"))
    with pytest.raises(Refused, match="--force"):
        restore(filled, tmp_path / "saved")
    with closing(open_store(filled)) as store:
        assert store.entry("a2") is not None
    restore(filled, tmp_path / "saved", force=True)
    with closing(open_store(filled)) as store:
        assert (store.entry("a1"), store.entry("a2")) == (done(), None)


def test_a_store_in_use_is_not_overwritten(filled: str, tmp_path: Path) -> None:
    backup(filled, tmp_path / "saved")
    with closing(open_store(filled)) as store:
        store.ping()
        with pytest.raises(Refused, match="in use"):
            restore(filled, tmp_path / "saved", force=True)
        assert store.entry("a1") == done()


def test_a_backup_of_a_later_version_is_refused(filled: str, elsewhere: str, tmp_path: Path) -> None:
    backup(filled, tmp_path / "saved")
    altered(tmp_path / "saved", "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(TooNew, match="9999"):
        restore(elsewhere, tmp_path / "saved")
    assert not Path(elsewhere.removeprefix("sqlite:///")).exists()


@pytest.mark.parametrize("content", [None, b"", b"no database" * 1000, sqlite3])
def test_what_is_no_backup_is_refused(elsewhere: str, tmp_path: Path, content: object) -> None:
    """Nothing, an empty file, any file, a database of something else."""
    if isinstance(content, bytes):
        (tmp_path / "saved").write_bytes(content)
    elif content is sqlite3:
        altered(tmp_path / "saved", "CREATE TABLE recipes (name)")
    with pytest.raises(Refused, match="saved is no backup"):
        restore(elsewhere, tmp_path / "saved")
    assert not Path(elsewhere.removeprefix("sqlite:///")).exists()


def test_a_backup_overwrites_nothing(filled: str, tmp_path: Path) -> None:
    (tmp_path / "saved").write_text("letters")
    with pytest.raises(Refused, match="there already"):
        backup(filled, tmp_path / "saved")
    assert (tmp_path / "saved").read_text() == "letters"


def test_a_store_that_is_not_there_makes_no_backup(elsewhere: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="could not be saved"):
        backup(elsewhere, tmp_path / "saved")
    assert list(tmp_path.iterdir()) == []


def test_postgresql_is_left_to_its_own_programs(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="pg_dump"):
        backup("postgresql://localhost/dateline", tmp_path / "saved")
    with pytest.raises(Refused, match="pg_restore"):
        restore("postgresql://localhost/dateline", tmp_path / "saved")
