"""How well time expressions are found and resolved: ``dateline tag --jsonl`` on annotated corpora."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from measure.places import Document, Unmeasured, corpora, documents, unread, write
from measure.scoring import Scores, scores
from measure.tables import ABSENT, Table, number

Pair = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Corpus:
    """``floor`` and ``heideltime`` are value F1 and strict F1 in per cent, ``None`` where there is no figure."""

    file: str
    name: str
    floor: Pair = (None, None)
    heideltime: Pair = (None, None)


KNOWN = (
    Corpus("timebank", "TimeBank", (84, 88), (79.5, 85.3)),
    Corpus("aquaint", "AQUAINT", (79, 86), (72.9, None)),
    Corpus("meantime_apple", "MEANTIME", (83, 89), (77.7, 86.6)),
    Corpus("wikiwars_dev", "WikiWars", (84, 88), (65.7, 86.3)),
    Corpus("krauts_de_dolomiten-42", "Dolomiten-42 (German)", (60, None)),
    Corpus("krauts_de_diezeit", "Die Zeit (German)"),
)
HEAD = ("corpus", "documents", "expressions", "value F1", "strict F1", "relaxed F1", "type F1")
COMPARED = ("floor value/strict", "short by", "HeidelTime value/strict")
NOTES = ("HeidelTime resolves WikiWars to 83.7 when told that its texts are narratives; Dateline is not told.",)


def table(halves: bool, only: str | None) -> Table | str:
    """The table, or a sentence that says why there is none."""
    folder = corpora() / "timex"
    files = sorted(folder.glob("*.jsonl"), key=_order)
    if not files:
        return f"No corpora in {folder}: set DATELINE_CORPORA to the folder that holds timex/. Nothing measured."
    chosen = [file for file in files if only is None or only in file.stem]
    rows = [row for file in chosen for row in _rows(_corpus(file), list(documents(file)), halves)]
    return Table("Time expressions", HEAD + COMPARED, rows, NOTES)


def _order(file: Path) -> tuple[int, str]:
    place = next((place for place, corpus in enumerate(KNOWN) if corpus.file == file.stem), len(KNOWN))
    return place, file.stem


def _corpus(file: Path) -> Corpus:
    return next((corpus for corpus in KNOWN if corpus.file == file.stem), Corpus(file.stem, file.stem))


def _rows(corpus: Corpus, gold: list[Document], halves: bool) -> list[tuple[str, ...]]:
    predicted = predictions(gold)
    whole = [row(corpus.name, scored(gold, predicted), corpus.floor, corpus.heideltime)]
    parts = [(half, [document for document in gold if half_of(document["id"]) == half]) for half in "ab"]
    return whole + [row(f"… half {half}", scored(part, predicted)) for half, part in parts if halves and part]


def half_of(doc: str) -> str:
    """The same for a document in every run and on every machine."""
    return "ab"[hashlib.sha256(doc.encode()).digest()[0] % 2]


def predictions(gold: list[Document]) -> list[Document]:
    """What ``dateline tag`` answers to the bare documents, whose annotations it never sees."""
    dateline = Path(sys.executable).with_name("dateline")
    asked = "".join(json.dumps(unread(document)) + "\n" for document in gold)
    done = subprocess.run([dateline, "tag", "--jsonl"], input=asked, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Unmeasured(f"dateline tag ended with exit code {done.returncode}; nothing measured.")
    return [json.loads(line) for line in done.stdout.splitlines()]


def scored(gold: list[Document], predicted: list[Document]) -> Scores:
    """Predictions for documents outside ``gold`` do not count."""
    names = {document["id"] for document in gold}
    with TemporaryDirectory() as folder:
        right = write(Path(folder, "gold.jsonl"), gold)
        found = write(Path(folder, "predicted.jsonl"), [one for one in predicted if one["id"] in names])
        return scores(right, found, len(gold))


def row(name: str, found: Scores, floor: Pair = (None, None), peer: Pair = (None, None)) -> tuple[str, ...]:
    figures = (found.value, found.strict, found.relaxed, found.type)
    counts = (str(found.documents), f"{found.expressions:,}")
    return (name, *counts, *map(number, figures), _pair(floor, 0), short(found, floor), _pair(peer, 1))


def short(found: Scores, floor: Pair) -> str:
    """By how much the floors are missed: ``value 1.3, strict 0.2``, and ``met`` when they are not."""
    reached = {"value": (found.value, floor[0]), "strict": (found.strict, floor[1])}
    missing = {name: least - value for name, (value, least) in reached.items() if least is not None}
    if not missing:
        return ABSENT
    return ", ".join(f"{name} {number(by)}" for name, by in missing.items() if by > 0) or "met"


def _pair(pair: Pair, digits: int) -> str:
    return ABSENT if pair == (None, None) else " / ".join(number(figure, digits) for figure in pair)
