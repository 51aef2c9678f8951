"""Tables read by pandas, into what they say of their events."""

from __future__ import annotations

import io
import re
from datetime import datetime

import pandas
from told_events import Told


def read_csv(document: bytes) -> list[Told]:
    return _rows(document, "id", "headline")


def read_timesketch(document: bytes) -> list[Told]:
    table = pandas.read_csv(io.BytesIO(document))
    assert {"message", "datetime", "timestamp_desc"} <= set(table.columns)
    assert all(datetime.fromisoformat(moment).tzinfo for moment in table["datetime"])
    return _rows(document, "event_id", "message")


def _rows(document: bytes, name: str, headline: str) -> list[Told]:
    table = pandas.read_csv(io.BytesIO(document), dtype=str, keep_default_na=False)
    for cell in table.to_numpy().flatten():
        assert not str(cell).lstrip().startswith(("=", "+", "-", "@")), cell
    names = [name, headline, "status", "earliest", "latest"]
    return [
        Told(one, re.sub("^'(?='*[=+@＝＋－＠-])", "", line), status, first or None, last or None)
        for one, line, status, first, last in table[names].itertuples(index=False)
    ]
