"""Articles in files, as the requests that submit them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

_KINDS = {
    ".txt": "text/plain; charset=utf-8",
    ".text": "text/plain; charset=utf-8",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".json": "application/json",
    ".ndjson": "application/x-ndjson",
    ".jsonl": "application/x-ndjson",
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


def dispatches(path: Path, topics: Sequence[str] = (), published: str | None = None) -> Iterator[Dispatch]:
    """The articles of one file, ``-`` being standard input, with topics added and publication time set."""
    name = str(path)
    try:
        content = sys.stdin.buffer.read() if name == "-" else path.read_bytes()
    except OSError as error:
        yield Dispatch(name, flaw=f"cannot be read: {error.strerror}")
        return
    kind = _KINDS.get(path.suffix.lower()) or _sniffed(content)
    if kind == "application/json":
        yield from _documents(name, content, topics, published)
    elif kind == "application/x-ndjson":
        for number, line in enumerate(content.splitlines(), 1):
            if line.strip():
                yield from _documents(f"{name}:{number}", line, topics, published)
    else:
        query = [("topic", topic) for topic in topics] + ([("published", published)] if published else [])
        yield Dispatch(name, content, kind, urlencode(query))


def _documents(label: str, content: bytes, topics: Sequence[str], published: str | None) -> Iterator[Dispatch]:
    """The article of a JSON document, or the articles of an array."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        yield Dispatch(label, flaw=f"is not JSON: {error}")
        return
    if not isinstance(document, list):
        yield Dispatch(label, _completed(document, topics, published))
        return
    for number, article in enumerate(document, 1):
        yield Dispatch(f"{label}[{number}]", _completed(article, topics, published))


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
    """The kind of what has no telling name: an article or several in JSON, HTML, else text."""
    start = content.lstrip()
    if start.startswith(b"<"):
        return _KINDS[".html"]
    if _is_json(start) or (start.startswith(b"{") and not _is_json(start.splitlines()[0])):
        return _KINDS[".json"]
    return _KINDS[".ndjson"] if start.startswith(b"{") else _KINDS[".txt"]


def _is_json(content: bytes) -> bool:
    try:
        return isinstance(json.loads(content), dict | list)
    except (ValueError, RecursionError):
        return False
