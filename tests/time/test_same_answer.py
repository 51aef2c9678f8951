"""Same text, same answer: nothing depends on the clock, the locale, the machine or the order of a set."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.languages import MODULES, grammar

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("algebra", "grammar", "languages", "mentions", "explanations", "syntax", "events")
PLACES = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "POSIX", "PYTHONHASHSEED": "1", "PYTHONIOENCODING": "ascii"},
    {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "31337", "PYTHONIOENCODING": "latin-1"},
)
CLOCKS = {
    *("datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time", "time.time_ns", "time.localtime"),
    *("time.gmtime", "time.monotonic", "locale.getlocale", "locale.setlocale", "os.getenv", "random.random"),
}


def documents() -> str:
    rows = [
        {"id": f"{language} é 中 {published}", "dct": published, "text": examples(language), "language": language}
        for language in MODULES
        for published in ("2024-02-29", "2023-12-31T23:30:00-05:00", "2025-01-01T00:10:00+13:00")
    ]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def examples(language: str) -> str:
    texts = (text for rule in grammar(language).rules for text in rule.examples)
    return "\n\n".join(texts).replace("[", "").replace("]", "")


@pytest.mark.parametrize("command", ["tag", "events"])
def test_the_answer_is_the_same_everywhere(command: str) -> None:
    """In other time zones and locales, under other encodings and hash seeds, byte by byte."""
    answers = {_answer(command, place) for place in PLACES}
    assert len(answers) == 1
    assert answers.pop().count(b"\n") >= 6


def _answer(command: str, place: dict[str, str]) -> bytes:
    dateline = [sys.executable, "-c", "from cli.main import main; main()", command, "--jsonl"]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), **place}
    ended = subprocess.run(
        dateline, input=documents().encode(), env=environ, capture_output=True, check=False, timeout=90
    )
    assert ended.returncode == 0, ended.stderr.decode()
    return ended.stdout


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_asks_for_the_time_or_the_place(room: str) -> None:
    asked = [
        f"{file.relative_to(ROOT)}:{call.lineno} {ast.unparse(call.func)}"
        for file in sorted((ROOT / "timeline" / room).rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in CLOCKS
    ]
    assert asked == []
