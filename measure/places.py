"""Where things lie: the project, the corpora (which are not part of it) and the benchmark's own folder."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
BENCH = PROJECT / ".bench"

Document = dict[str, Any]


class Unmeasured(RuntimeError):
    """Something that a measurement needs is missing or failed; the message says what."""


def corpora() -> Path:
    """The folder that holds ``timex/``: ``DATELINE_CORPORA``, else ``shared/corpora`` beside the project."""
    chosen = os.environ.get("DATELINE_CORPORA")
    return Path(chosen) if chosen else PROJECT.parent / "shared" / "corpora"


def scorer(name: str) -> Path:
    """A scorer lies in ``eval/`` beside the corpora."""
    return corpora().resolve().parent / "eval" / name


def documents(file: Path) -> Iterator[Document]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def write(file: Path, records: list[Document]) -> Path:
    file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return file


def unread(document: Document) -> Document:
    """A document without its annotations: what a reader is given."""
    return {key: document[key] for key in ("id", "dct", "text")}
