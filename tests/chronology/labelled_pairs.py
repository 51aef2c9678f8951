"""How many of the labelled pairs of reports are judged as a careful reader does."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from reports import told

from timeline.chronology.merging import merged

PAIRS = Path(__file__).with_name("pairs.toml")


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

    def __str__(self) -> str:
        pairs, judged = self.same + self.different, self.found + self.taken
        return (
            f"Merging: {self.right} of {pairs} pairs right; precision {self.found / max(1, judged):.2f}, "
            f"recall {self.found / self.same:.2f}."
        )


def score() -> Score:
    pairs = tomllib.loads(PAIRS.read_text(encoding="utf-8"))
    judged = {kind: [(_one_happening(*pair), pair) for pair in pairs[kind]] for kind in ("same", "different")}
    wrong = [pair for kind, answers in judged.items() for answer, pair in answers if answer is not (kind == "same")]
    counts = {kind: (len(answers), sum(answer for answer, _ in answers)) for kind, answers in judged.items()}
    return Score(*counts["same"], *counts["different"], tuple(f"{one[2]} | {other[2]}" for one, other in wrong))


def _one_happening(one: list[str], other: list[str]) -> bool:
    events = [*told(*one), *told(*other)]
    articles = [{source.article for source in event.sources} for event in merged(events)]
    return any(len(names) > 1 for names in articles)
