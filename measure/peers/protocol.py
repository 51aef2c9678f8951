"""What a reader of the benchmark answers on standard output; it runs under its own interpreter.

Its argument is a file of documents, read before the first answer ``{"version"}``. Then it answers a line ``pass`` with
``{"wall", "cpu"}``, the seconds of one reading of all documents, and a line that names a file by writing its findings
there, one document a line: ``{"id", "timexes": [{"start", "end", "text", "moment", "grain"} or {…, "period"}]}``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

Finding = dict[str, Any]
Reference = TypeVar("Reference")
Native = TypeVar("Native")


def serve(
    distribution: str,
    reference: Callable[[datetime], Reference],
    read: Callable[[str, Reference], Native],
    findings: Callable[[str, Native], Iterable[Finding]],
) -> None:
    """Only ``read`` is timed."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    given = [json.loads(line) for line in lines]
    documents = [(one["text"], reference(noon(one["dct"]))) for one in given]
    answer({"version": version(distribution)})
    for line in sys.stdin:
        if line.strip() == "pass":
            wall, cpu = time.perf_counter(), time.process_time()
            for text, moment in documents:
                read(text, moment)
            answer({"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu})
        else:
            found = [list(findings(text, read(text, moment))) for text, moment in documents]
            records = [{"id": one["id"], "timexes": timexes} for one, timexes in zip(given, found, strict=True)]
            Path(line.strip()).write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
            answer({"documents": len(records)})


def noon(dct: str) -> datetime:
    """A bare day is read from its noon, so that no zone can move it."""
    moment = datetime.fromisoformat(dct)
    return moment if len(dct) > len("2024-09-20") else moment.replace(hour=12)


def answer(record: Finding) -> None:
    print(json.dumps(record), flush=True)
