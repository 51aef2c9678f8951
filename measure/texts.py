"""The texts that are timed: TimeBank's where they are, else those of ``seeds/``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from measure.places import PROJECT, Document, corpora, documents


def annotated() -> Path | None:
    """TimeBank, which is not part of the project."""
    file = corpora() / "timex" / "timebank.jsonl"
    return file if file.is_file() else None


def texts() -> list[Document]:
    """Documents with ``id``, ``dct`` and ``text``, annotated or not."""
    file = annotated()
    return list(documents(file)) if file else list(seeds())


def name() -> str:
    return "TimeBank" if annotated() else "the seeds (TimeBank is not here)"


def seeds() -> Iterator[Document]:
    """The seeds that are plain text; the day is that of the file's name."""
    for file in sorted((PROJECT / "seeds").glob("*/*")):
        if file.suffix in {".json", ".txt"}:
            raw = file.read_text(encoding="utf-8")
            text = json.loads(raw).get("text") if file.suffix == ".json" else raw
            if text:
                yield {"id": f"{file.parent.name}/{file.name}", "dct": file.name[:10], "text": text}
