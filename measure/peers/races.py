"""Readers timed in turn on the same documents, each repetition in a process just started."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from measure.children import Child, child
from measure.peers.installing import READERS, Reader
from measure.peers.values import timexes
from measure.places import Document, Unmeasured, documents, unread, write
from measure.scoring import Scores
from measure.timexes import scored

ROUNDS = 5
_LEAST, _SLOW = 1.0, 2.0
"""CPU seconds: how long a warm reader is timed; one that takes so long for a first reading has warmed up in it."""
_LONGEST_ANSWER = 60.0
_LONGEST_ROUNDS = 240.0


@dataclass(slots=True)
class Rates:
    """Documents a second, a number for each round: of CPU time, and by the wall clock."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def add(self, documents: int, taken: Document) -> None:
        self.cpu.append(documents / taken["cpu"])
        self.wall.append(documents / taken["wall"])


@dataclass(slots=True)
class Race:
    """``first``: the first reading of a new process; ``warm``: those after it; ``missing``: why there is none."""

    reader: Reader
    version: str = ""
    missing: str = ""
    first: Rates = field(default_factory=Rates)
    warm: Rates = field(default_factory=Rates)
    scores: Scores | None = None


def races(texts: list[Document], annotated: bool, folder: Path) -> list[Race]:
    """Every reader's; fewer rounds than ``ROUNDS`` where these would take too long."""
    given = write(folder / "documents.jsonl", [unread(text) for text in texts])
    races = [Race(reader) for reader in READERS]
    began = time.monotonic()
    for done in range(ROUNDS):
        if (time.monotonic() - began) * (done + 1) > _LONGEST_ROUNDS * max(done, 1):
            break
        for race in races:
            if not race.missing:
                _round(race, given, texts if annotated and not done else None)
    return races


def _round(race: Race, given: Path, gold: list[Document] | None) -> None:
    try:
        with child(race.reader.command(given), _LONGEST_ANSWER) as running:
            race.version = running.answer()["version"]
            size = sum(1 for _ in documents(given))
            first = running.answer("pass")
            race.first.add(size, first)
            race.warm.add(*(_warm(running, size) if first["cpu"] < _SLOW else (size, first)))
            if gold is not None:
                found = given.with_name("found.jsonl")
                running.answer(str(found))
                race.scores = scored(gold, [timexes(document) for document in documents(found)])
    except Unmeasured as failure:
        race.missing = str(failure)


def _warm(running: Child, size: int) -> tuple[int, Document]:
    """Fast readers read the documents as often as fills a second."""
    passes, total = 0, {"cpu": 0.0, "wall": 0.0}
    while total["cpu"] < _LEAST:
        taken = running.answer("pass")
        passes, total = passes + 1, {name: total[name] + taken[name] for name in total}
    return size * passes, total
