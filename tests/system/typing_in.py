"""What somebody types in a terminal, and the articles there are to send."""

from __future__ import annotations

import os
import subprocess

from dateline_up import DATELINE
from processes import ended


def article(number: int, topic: str) -> dict[str, object]:
    return {
        "title": f"Ferry number {number} leaves late",
        "published": "2025-03-05T09:00:00+00:00",
        "publisher": f"Ferry Post {number}",
        "topics": [topic],
        "text": "The ferry left the harbour on Monday. The next one will leave next week.",
    }


def dateline(*arguments: str, server: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return ended([DATELINE, *arguments], {**os.environ, "DATELINE_SERVER": server}, given=given)


def rows(result: subprocess.CompletedProcess[str]) -> list[list[str]]:
    return [line.split("\t") for line in result.stdout.splitlines()]
