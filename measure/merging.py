"""How well reports of one happening are told from reports of two, on pairs in the project's own words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from measure.tables import Table, number
from timeline.chronology.merging import merged
from timeline.model import Event
from timeline.pipeline import events
from timeline.reading import read
from timeline.submission import submission

PAIRS = Path(__file__).parents[1] / "tests" / "chronology" / "pairs.toml"
HEAD = ("pairs", "of one happening", "of two", "right", "precision", "recall")
_ZONE, _LATER = ZoneInfo("Europe/London"), datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Score:
    """Of ``same`` pairs ``found`` were taken for one happening, of ``different`` ones ``taken``, wrongly."""

    same: int
    found: int
    different: int
    taken: int
    wrong: tuple[str, ...]

    @property
    def right(self) -> int:
        return self.found + self.different - self.taken

    @property
    def precision(self) -> float:
        """In per cent, like ``recall``."""
        return 100 * self.found / max(1, self.found + self.taken)

    @property
    def recall(self) -> float:
        return 100 * self.found / self.same

    def __str__(self) -> str:
        return (
            f"Merging: {self.right} of {self.same + self.different} pairs right; "
            f"precision {self.precision:.0f} %, recall {self.recall:.0f} %."
        )


def table(halves: bool, only: str | None) -> Table | str:
    """There is one set of pairs, too small for halves."""
    if only is not None and only not in "merging":
        return Table("Merging", HEAD, [])
    found = score()
    counts = (str(found.same), str(found.different), str(found.right))
    return Table("Merging", HEAD, [("own words", *counts, number(found.precision), number(found.recall))])


def score() -> Score:
    pairs = tomllib.loads(PAIRS.read_text(encoding="utf-8"))
    judged = {kind: [(_one_happening(*pair), pair) for pair in pairs[kind]] for kind in ("same", "different")}
    wrong = [pair for kind, answers in judged.items() for answer, pair in answers if answer is not (kind == "same")]
    counts = {kind: (len(answers), sum(answer for answer, _ in answers)) for kind, answers in judged.items()}
    return Score(*counts["same"], *counts["different"], tuple(f"{one[2]} | {other[2]}" for one, other in wrong))


def _one_happening(one: list[str], other: list[str]) -> bool:
    articles = [{source.article for source in event.sources} for event in merged([*told(*one), *told(*other)])]
    return any(len(names) > 1 for names in articles)


def told(published: str, publisher: str, text: str) -> tuple[Event, ...]:
    """The events of an article without a headline."""
    given = {"text": text, "title": "-", "published": f"{published}T12:00:00+00:00", "publisher": publisher}
    return events(read(submission(given | {"topics": ["Topic"]}), zone=_ZONE, now=_LATER))
