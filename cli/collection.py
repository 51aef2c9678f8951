"""A topic's articles from a file of one JSON object a line, gzipped or not."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import cast

import click

from timeline.languages.detection import language
from timeline.lines import document
from timeline.model import Article
from timeline.pipeline import BadReference, reference
from timeline.wire import Json

_GZIP = b"\x1f\x8b"


def collected(path: Path) -> Iterator[Article]:
    """The articles in the order of the file. Raises ``click.ClickException`` that names the bad line."""
    number = 0
    try:
        for number, line in enumerate(_lines(path), 1):
            if line.strip():
                yield _article(json.loads(line.decode("utf-8-sig")), number)
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise click.ClickException(f"line {number} of {path}: {_why(error)}") from None
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise click.ClickException(f"{path} is no whole gzip file: {error}") from None
    except OSError as error:
        raise click.ClickException(f"{path} cannot be read: {error.strerror}") from None


def _lines(path: Path) -> Iterator[bytes]:
    if str(path) == "-":
        yield from _opened(BufferedReader(cast("RawIOBase", sys.stdin.buffer)))
        return
    with path.open("rb") as file:
        yield from _opened(file)


def _opened(file: BufferedReader) -> Iterator[bytes]:
    if file.peek(len(_GZIP))[: len(_GZIP)] != _GZIP:
        yield from file
        return
    with gzip.open(file) as unzipped:
        yield from unzipped


def _article(data: Json, number: int) -> Article:
    if not isinstance(data, dict):
        raise TypeError("no JSON object")
    time, text = data["time"], data["text"]
    if not isinstance(text, str):
        raise TypeError("'text' must be a string")
    if not isinstance(time, str):
        raise BadReference("'time' must be a date: write 2024-09-20 or 2024-09-20T17:01:00+01:00")
    told = str(data.get("language") or "").split("-")[0].lower() or language(text)
    return document(str(data.get("id", number)), text, str(data.get("title") or ""), reference(time), told)


def _why(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"the field {error} is missing"
    if isinstance(error, UnicodeDecodeError):
        return "it is not written in UTF-8"
    return f"no JSON object ({error})" if isinstance(error, json.JSONDecodeError) else str(error)
