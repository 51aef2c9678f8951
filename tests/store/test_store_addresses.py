"""Which addresses open a store, and with which settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.store import Unavailable, engine, open_store, upgrade


@pytest.mark.parametrize("address", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://localhost/x"])
def test_an_address_of_no_store_is_refused_with_what_to_write(address: str) -> None:
    for refusing in (open_store, upgrade):
        with pytest.raises(ValueError, match="sqlite:///"):
            refusing(address)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("scheme", ["postgres", "postgresql+psycopg"])
def test_other_spellings_of_postgresql_are_understood(url: str, scheme: str) -> None:
    store = open_store(url.replace("postgresql", scheme, 1))
    store.ping()
    store.close()


def test_a_password_is_not_told() -> None:
    with pytest.raises(Unavailable, match="nobody") as caught:
        open_store("postgresql://nobody:secret@localhost:1/none").ping()
    assert "secret" not in str(caught.value)


def test_sqlite_keeps_a_log_and_holds_references(file: Path) -> None:
    made = engine.engine(engine.address(f"sqlite:///{file}"))
    with made.connect() as connection:
        settings = ("journal_mode", "foreign_keys")
        assert [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in settings] == ["wal", 1]
    made.dispose()
