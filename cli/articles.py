"""Articles in files, as the requests that submit them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO
from urllib.parse import urlencode

_NDJSON = "application/x-ndjson"
_KINDS = {
    ".txt": "text/plain; charset=utf-8",
    ".text": "text/plain; charset=utf-8",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".json": "application/json",
    ".ninjs": "application/json",
    ".ndjson": _NDJSON,
    ".jsonl": _NDJSON,
}


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One article on its way; ``label`` says where it comes from: file, and line where there are several.

    ``flaw`` says why it is not worth sending.
    """

    label: str
    body: bytes = b""
    content_type: str = "application/json"
    query: str = ""
    flaw: str | None = None


def files(path: Path) -> list[Path]:
    """The file itself, or a folder's article files at any depth, hidden ones left out."""
    if not path.is_dir():
        return [path]
    found = (file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in _KINDS)
    return sorted(file for file in found if not any(part.startswith(".") for part in file.relative_to(path).parts))


def expected(path: Path) -> int:
    """How many articles a file has, as far as can be told without reading them."""
    if _KINDS.get(path.suffix.lower()) != _NDJSON:
        return 1
    try:
        with path.open("rb") as lines:
            return sum(not line.isspace() for line in lines)
    except OSError:
        return 1


def dispatches(path: Path, topics: Sequence[str] = (), published: str | None = None) -> Iterator[Dispatch]:
    """The articles of one file, ``-`` being standard input, with topics added and publication time set.

    Lines of JSON are read as they are asked for, everything else whole.
    """
    name = str(path)
    try:
        with _opened(path) as file:
            yield from _found(name, file, _KINDS.get(path.suffix.lower()), topics, published)
    except OSError as error:
        yield Dispatch(name, flaw=f"cannot be read: {error.strerror}")


def _opened(path: Path) -> AbstractContextManager[IO[bytes]]:
    return nullcontext(sys.stdin.buffer) if str(path) == "-" else path.open("rb")


def _found(
    name: str, file: IO[bytes], kind: str | None, topics: Sequence[str], published: str | None
) -> Iterator[Dispatch]:
    if kind == _NDJSON:
        yield from _lines(name, enumerate(file, 1), topics, published)
        return
    first = file.readline() if kind is None else b""
    more = next((each for each in enumerate(file, 2) if each[1].strip()), None) if _is_json(first) else None
    if more is not None:
        yield from _lines(name, chain([(1, first), more], enumerate(file, more[0] + 1)), topics, published)
        return
    content = first + file.read()
    kind = kind or _sniffed(content)
    if kind == "application/json":
        yield from _documents(name, content, topics, published)
    else:
        query = [("topic", topic) for topic in topics] + ([("published", published)] if published else [])
        yield Dispatch(name, content, kind, urlencode(query))


def _lines(
    name: str, numbered: Iterable[tuple[int, bytes]], topics: Sequence[str], published: str | None
) -> Iterator[Dispatch]:
    for number, line in numbered:
        if line.strip():
            yield from _documents(f"{name}:{number}", line, topics, published)


def _documents(label: str, content: bytes, topics: Sequence[str], published: str | None) -> Iterator[Dispatch]:
    """The article of a JSON document, or the articles of an array."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        yield Dispatch(label, flaw=f"is not JSON: {error}")
        return
    from timeline.reading import ninjs
    from timeline.submission import InvalidSubmission

    several = document if isinstance(document, list) else [document]
    for number, article in enumerate(several, 1):
        place = f"{label}[{number}]" if several is document else label
        try:
            own = ninjs.article(article) if ninjs.is_ninjs(article) else article
            yield Dispatch(place, _completed(own, topics, published))
        except InvalidSubmission as fault:
            yield Dispatch(place, flaw=str(fault))


def _completed(article: object, topics: Sequence[str], published: str | None) -> bytes:
    """What is no article at all goes as it is: the server says best what is wrong with it."""
    if isinstance(article, dict):
        given = article.get("topics", [])
        if topics and isinstance(given, list):
            article = {**article, "topics": [*given, *(topic for topic in topics if topic not in given)]}
        if published:
            article = {**article, "published": published}
    return json.dumps(article).encode()


def _sniffed(content: bytes) -> str:
    """The kind of what has no telling name and is not several lines of JSON: an article in JSON, HTML, else text."""
    start = content.lstrip()
    if start.startswith(b"<"):
        return _KINDS[".html"]
    return _KINDS[".json"] if start.startswith(b"{") or _is_json(start) else _KINDS[".txt"]


def _is_json(content: bytes) -> bool:
    try:
        return isinstance(json.loads(content), dict | list)
    except (ValueError, RecursionError):
        return False
