"""Rows of comma-separated values (RFC 4180) that a spreadsheet takes for text and never for a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from types import SimpleNamespace

from timeline.formats.text import line

_FORMULA = re.compile("'*[=+@＝＋－＠-]")
"""With the apostrophes that were there already, so that who takes the first away has what was told."""


def table(rows: Iterable[Mapping[str, object]], columns: Iterable[str]) -> bytes:
    """With a line of headings. Text is on one line; an apostrophe goes before what would begin a formula."""
    parts: list[str] = []
    names = list(columns)
    to = csv.DictWriter(SimpleNamespace(write=parts.append), names)
    to.writeheader()
    to.writerows({name: _cell(row[name]) for name in names} for row in rows)
    return "".join(parts).encode("utf-8")


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    text = line(value)
    return f"'{text}" if _FORMULA.match(text) else text
