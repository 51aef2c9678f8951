"""Many articles, taken in a batch at a time, and an answer for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from api import bodies
from api.broker import QueueFull
from api.intake import TROUBLE, acceptable, queued_as_newest, told
from api.lines import Line
from api.parts import Parts
from api.problems import Json, Problem, problem_json
from timeline.store import Entry
from timeline.submission import BadArticle
from worker.broker.lanes import BATCH, BATCH_BYTES

Outcome = Entry | Exception


@dataclass(slots=True)
class Batch:
    """By number, lines in their order, each an entry or what is wrong with it; no two entries are of one article.

    ``only``: there is no other in its body.
    """

    found: dict[int, Outcome] = field(default_factory=dict)
    bytes: int = 0
    only: bool = False

    @property
    def full(self) -> bool:
        return len(self.found) >= BATCH or self.bytes >= BATCH_BYTES

    @property
    def entries(self) -> dict[int, Entry]:
        return {number: one for number, one in self.found.items() if isinstance(one, Entry)}

    def has(self, other: Outcome) -> bool:
        return isinstance(other, Entry) and any(one.id == other.id for one in self.entries.values())


def receipts(parts: Parts, lines: Iterable[Line]) -> Iterator[Json]:
    """One answer a line: its receipt, or the problem with it.

    Store and broker are not tried again once they have failed or the queue is full. Raised are, as long as nothing has
    been answered: one of TROUBLE when nothing could be taken in, and what is wrong with the body as a whole. Later the
    latter is the last answer.
    """
    last, trouble = 0, None
    try:
        for batch in _batches(parts, lines):
            kept, trouble = _kept(parts, batch, trouble)
            if trouble and not last and not any(isinstance(one, Entry) for one in kept.values()):
                raise trouble
            yield from (_answer(number, one) for number, one in kept.items())
            last = max(kept)
    except Problem as fault:
        if not last:
            raise
        yield _answer(last + 1, fault)
    else:
        if not last:
            raise Problem(422, "The body is empty; give one article a line, each as JSON.", "body")


def _batches(parts: Parts, lines: Iterable[Line]) -> Iterator[Batch]:
    """Raises what ``lines`` raises, the lines before it not lost unless they are the first ones."""
    batch, first = Batch(only=True), True
    try:
        for number, line in lines:
            found = _read(parts, line)
            if batch.full or batch.has(found):
                yield replace(batch, only=False)
                batch, first = Batch(), False
            batch.found[number] = found
            batch.bytes += len(line) if isinstance(line, bytes) else 0
    except Problem:
        if batch.found and not first:
            yield batch
        raise
    if batch.found:
        yield batch


def _read(parts: Parts, line: bytes | Problem) -> Outcome:
    try:
        return acceptable(parts, bodies.document(line), datetime.now(UTC)) if isinstance(line, bytes) else line
    except (BadArticle, Problem) as fault:
        return fault


def _kept(parts: Parts, batch: Batch, trouble: Exception | None) -> tuple[dict[int, Outcome], Exception | None]:
    """What became of each line, and what hinders all that come."""
    entries = batch.entries
    try:
        if trouble:
            raise trouble
        room = parts.broker.room(parts.settings.queue_limit) if entries else 0
        _queue(parts, list(entries.values())[:room], alone=batch.only and len(batch.found) == 1)
        refused = list(entries)[room:]
        trouble = QueueFull() if refused else None
    except TROUBLE as fault:
        refused, trouble = list(entries), fault
    return batch.found | {number: trouble for number in refused if trouble}, trouble


def _queue(parts: Parts, entries: Sequence[Entry], *, alone: bool) -> None:
    """Stored and handed to the worker, all or none. Raises one of TROUBLE."""
    received = datetime.now(UTC)
    batch = [replace(entry, received=received) for entry in entries]

    def send(taken: Sequence[Entry]) -> None:
        if alone:
            parts.broker.send(taken[0].submission, received, taken[0].id)
        else:
            parts.broker.send_many({entry.id: entry.submission for entry in taken}, received)

    counted = parts.store.replace_many(batch, then=send)
    for entry, counts in zip(batch, counted, strict=True):
        if not counts:
            queued_as_newest(parts, entry)


def _answer(number: int, outcome: Outcome) -> Json:
    if isinstance(outcome, Entry):
        return {"line": number, **told(outcome)}
    return {"line": number, "error": problem_json(outcome)}
