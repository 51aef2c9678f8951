"""Documents of the ``--jsonl`` commands: one JSON object a line from standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper

import click

from timeline.languages.detection import language
from timeline.mentions import Reference
from timeline.pipeline import BadReference, reference
from timeline.wire import Json

Row = tuple[str, str, str, Reference, str]


def rows(lines: Iterable[str]) -> Iterator[Row]:
    """Id, text, title, reference and language of each line. Raises ``click.ClickException`` that names the bad line."""
    _utf8(sys.stdin, sys.stdout)
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _row(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise click.ClickException(f"line {number} of the input: {_why(error)}") from None


def _utf8(*streams: object) -> None:
    """JSON is UTF-8, whatever the locale says; bytes that are none become U+FFFD."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _row(data: Json) -> Row:
    text, published = data["text"], data.get("dct") or data.get("published")
    if not isinstance(text, str):
        raise TypeError("'text' must be a string")
    if not isinstance(published, str):
        raise BadReference("'dct' or 'published' must be a date: write 2024-09-20 or 2024-09-20T17:01:00+01:00")
    told = str(data.get("language") or "").split("-")[0].lower() or language(text)
    return str(data["id"]), text, str(data.get("title") or ""), reference(published), told


def _why(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"the field {error} is missing"
    return f"no JSON object ({error})" if isinstance(error, json.JSONDecodeError | AttributeError) else str(error)


def write(record: object) -> None:
    """One line of JSON. A lone surrogate, which no encoding can carry, makes the line plain ASCII."""
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    if not line.isascii() and any("\ud800" <= character <= "\udfff" for character in line):
        line = json.dumps(record, separators=(",", ":"))
    sys.stdout.write(line + "\n")
