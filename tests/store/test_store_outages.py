"""A database that cannot serve is `Unavailable`, and nothing is half-written."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest
from sqlalchemy.exc import DBAPIError
from store_specimens import CALLS, done, entry

from timeline.store import Store, Unavailable, open_store, upgrade


def _refusals(store: Store) -> dict[str, str]:
    """What each call says about an unavailable store; each has the driver's error as its cause."""
    said = {}
    for name, call in CALLS.items():
        with pytest.raises(Unavailable) as caught:
            call(store)
        assert isinstance(caught.value.__cause__, DBAPIError)
        said[name] = str(caught.value)
    store.close()
    return said


def test_a_database_that_is_not_there_is_unavailable_and_not_made(tmp_path: Path) -> None:
    _refusals(open_store(f"sqlite:///{tmp_path}/none.db"))
    assert not list(tmp_path.iterdir())


def test_a_database_without_tables_says_so(empty_url: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "dateline.db").touch()
    assert all("tables" in said for said in _refusals(open_store(empty_url)).values())


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Dear reader, " * 1000)
    _refusals(open_store(f"sqlite:///{file}"))
    with pytest.raises(Unavailable):
        upgrade(f"sqlite:///{file}")
    assert file.read_text() == "Dear reader, " * 1000


def test_a_server_that_is_not_there_is_unavailable_within_seconds() -> None:
    _refusals(open_store("postgresql://nobody:secret@localhost:1/none"))


def test_an_unwritable_file_can_be_read_and_refuses_to_be_written(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    store.replace(done())
    store.close()
    frozen = open_store(f"sqlite:///{file}?mode=ro")
    with pytest.raises(Unavailable, match="readonly"):
        frozen.replace(done(later=1, events=()))
    assert frozen.entry("a1") == done()
    frozen.close()


def test_a_locked_file_is_unavailable_to_writers_only_and_only_so_long(file: Path) -> None:
    store = open_store(f"sqlite:///{file}?timeout=0.05")
    store.replace(done())
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match="locked"):
            store.replace(done(later=1))
        assert store.entry("a1") == done()
        store.ping()
    assert store.replace(done(later=1))
    store.close()


_RECOVER = """
import fcntl, sys

index = open(sys.argv[1], "r+b")
fcntl.lockf(index, fcntl.LOCK_SH, 1, 128)
fcntl.lockf(index, fcntl.LOCK_EX, 8, 120)
index.truncate(0)
index.truncate(32768)
print("recovering", flush=True)
sys.stdin.readline()
"""


def test_a_log_that_another_process_recovers_is_waited_for(file: Path) -> None:
    """The locks that SQLite takes on the log's index while it recovers the log, held by a program that does not."""
    store = open_store(f"sqlite:///{file}")
    assert store.replace(done())
    command = [sys.executable, "-c", _RECOVER, f"{file}-shm"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "recovering\n"
        until = Timer(0.3, other.communicate)
        until.start()
        assert store.replace(done(later=1))
        until.join()
    store.close()


_FILL = """
import resource, sys
from store_specimens import entry
from timeline.store import Unavailable, open_store

store = open_store(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, 2**20))
for number in range(1000):
    try:
        store.replace(entry(str(number), submission={"text": "x" * 10_000}))
    except Unavailable:
        print(number)
        break
"""


def test_a_full_disk_is_unavailable_and_what_was_accepted_stays(file: Path) -> None:
    command = [sys.executable, "-c", _FILL, f"sqlite:///{file}"]
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=_importing_tests())
    store = open_store(f"sqlite:///{file}")
    assert int(told.stdout) > 10
    assert store.topics()[0].articles == int(told.stdout)
    assert store.entry(told.stdout.strip()) is None
    assert store.replace(entry("afterwards"))
    store.close()


def _importing_tests() -> dict[str, str]:
    return {"PYTHONPATH": ":".join([str(Path(__file__).parent), str(Path(__file__).parents[2])])}
