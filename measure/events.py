"""How well happenings are dated: ``dateline events --jsonl`` on articles with dated events."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from measure.places import Document, Unmeasured, corpora, documents, scorer, write
from measure.tables import Table, number

FLOORS = (76.0, 74.0)
"""Of full-day recall and precision, in per cent. Everything on the day of publication recalls 57.5 of corpus 0."""
HEAD = ("corpus", "articles", "dated events", "full-day recall", "recall", "precision", "floors", "short by")
_FIGURES = re.compile(r"dated (\d+).*?\brecall ([\d.]+)\s+full-day recall ([\d.]+).*?precision ([\d.]+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Found:
    """Shares in per cent; ``events`` are those that the annotation dates."""

    events: int
    full_day: float
    recall: float
    precision: float


def table(halves: bool, only: str | None) -> Table | str:
    """The table, or a sentence that says why there is none. There is one corpus, too small for halves."""
    folder = corpora() / "events"
    files = sorted(folder.glob("*/events.jsonl"))
    if not files:
        return f"No corpora in {folder}: set DATELINE_CORPORA to the folder that holds events/. No events measured."
    chosen = [file for file in files if only is None or only in file.parent.name]
    return Table("Events", HEAD, [_row(file) for file in chosen])


def _row(gold: Path) -> tuple[str, ...]:
    articles = list(documents(gold.with_name("articles.jsonl")))
    found = _scored(gold, _predictions(articles))
    missing = {"full-day recall": FLOORS[0] - found.full_day, "precision": FLOORS[1] - found.precision}
    short = ", ".join(f"{name} {number(by)}" for name, by in missing.items() if by > 0) or "met"
    figures = map(number, (found.full_day, found.recall, found.precision))
    floors = " / ".join(number(floor, 0) for floor in FLOORS)
    return (gold.parent.name, str(len(articles)), str(found.events), *figures, floors, short)


def _predictions(articles: list[Document]) -> list[Document]:
    """What ``dateline events`` answers to the bare articles."""
    dateline = Path(sys.executable).with_name("dateline")
    asked = [{"id": one["id"], "dct": one["time"], "title": one["title"], "text": one["text"]} for one in articles]
    lines = "".join(json.dumps(one) + "\n" for one in asked)
    done = subprocess.run([dateline, "events", "--jsonl"], input=lines, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Unmeasured(f"dateline events ended with exit code {done.returncode}; nothing measured.")
    return [json.loads(line) for line in done.stdout.splitlines()]


def _scored(gold: Path, predicted: list[Document]) -> Found:
    program = scorer("event_date_score.py")
    if not program.is_file():
        raise Unmeasured(f"There is no scorer at {program}: it belongs in the folder eval/ beside the corpora.")
    with TemporaryDirectory() as folder:
        file = write(Path(folder, "predicted.jsonl"), predicted)
        command = [sys.executable, str(program), str(gold), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    return parsed(done.stdout) if not done.returncode else _refused(program, done.stderr)


def _refused(program: Path, why: str) -> Found:
    raise Unmeasured(f"{program.name} refused the events: {why.strip()}")


def parsed(answer: str) -> Found:
    """From what ``event_date_score.py`` prints."""
    figures = _FIGURES.search(answer)
    if figures is None:
        raise Unmeasured(f"event_date_score.py printed no figures: {answer.strip()!r}")
    events, recall, full_day, precision = figures.groups()
    return Found(int(events), 100 * float(full_day), 100 * float(recall), 100 * float(precision))
