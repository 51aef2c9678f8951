"""How well the dates and sentences of a topic are chosen: ``dateline digest`` beside journalists' timelines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from measure.aligning import Alignment, alignment
from measure.places import corpora
from measure.references import Chosen, Measured, articles, cpu, digested, measured, references
from measure.tables import ABSENT, Table, number


@dataclass(frozen=True, slots=True)
class Group:
    """``dates`` and ``sentences`` are the least that the means of date F1 and alignment ROUGE-1 are to be."""

    folder: str
    name: str
    dates: float
    sentences: float | None = None


GROUPS = (Group("entities", "Entities", 0.33), Group("t17_dev", "Timeline17", 0.74, 0.13))
THOUSAND, LONGEST = 1000, 5.0
HEAD = ("topic", "articles", "dates", "date F1", "[most articles]", "ROUGE-1", "CPU seconds", "floors", "short by")
NOTES = (
    "One digest for each reference, with as many dates and sentences as it has, of the articles between its ends.",
    "In brackets: the days on which most articles were published. ROUGE-1 is F1 by the alignment of both timelines.",
)


def table(halves: bool, only: str | None) -> Table | str:
    """The table, or a sentence that says why there is none. Topics are too few to be halved."""
    root = corpora() / "timelines"
    chosen = [(group, _topics(root / group.folder, only)) for group in GROUPS]
    if not any(topics for _, topics in chosen):
        where = f"No timelines in {root}"
        return f"{where}: set DATELINE_CORPORA to the folder that holds timelines/. Nothing measured."
    rows = [row for group, topics in chosen if topics for row in _rows(group, [measured(topic) for topic in topics])]
    return Table("Digests", HEAD, [*rows, *_thousand(root, only)], NOTES)


def _topics(folder: Path, only: str | None) -> list[Path]:
    found = sorted(file.parent for file in folder.glob("*/timelines.jsonl"))
    return [topic for topic in found if only is None or only in f"timelines {topic.name}"]


def _rows(group: Group, topics: list[Measured]) -> list[tuple[str, ...]]:
    rows = [_row(f"… {topic.topic.name}", [topic], None) for topic in topics]
    return [_row(f"{group.name}, mean of {len(topics)}", topics, group), *rows]


def _row(name: str, topics: list[Measured], group: Group | None) -> tuple[str, ...]:
    found = _aligned(((topic.topic, topic.found) for topic in topics), rouge=not _silent(topics))
    guessed = _aligned(((topic.topic, topic.guessed) for topic in topics), rouge=False)
    return (
        name,
        f"{sum(topic.articles for topic in topics):,}",
        str(sum(topic.dates for topic in topics)),
        number(found.dates, 3),
        f"[{number(guessed.dates, 3)}]",
        number(found.sentences, 3),
        number(sum(topic.seconds for topic in topics) / len(topics), 1),
        ABSENT if group is None else " / ".join(number(floor, 2) for floor in (group.dates, group.sentences) if floor),
        ABSENT if group is None else _short(found, group),
    )


def _short(found: Alignment, group: Group) -> str:
    missing = {"date F1": group.dates - found.dates}
    if group.sentences is not None and found.sentences is not None:
        missing["ROUGE-1"] = group.sentences - found.sentences
    return ", ".join(f"{name} {number(by, 3)}" for name, by in missing.items() if by > 0) or "met"


def _silent(topics: list[Measured]) -> bool:
    """Whether the references have dates without sentences."""
    return not any(sentences for topic in topics for reference in references(topic.topic) for _, sentences in reference)


def _aligned(topics: Iterable[tuple[Path, list[Chosen]]], rouge: bool) -> Alignment:
    with TemporaryDirectory() as folder:
        gold, predicted = Path(folder, "gold"), Path(folder, "predicted")
        for topic, chosen in topics:
            (gold / topic.name).mkdir(parents=True)
            (gold / topic.name / "timelines.jsonl").symlink_to(topic / "timelines.jsonl")
            (predicted / topic.name).mkdir(parents=True)
            lines = "".join(json.dumps(one) + "\n" for one in chosen)
            (predicted / topic.name / "timelines.jsonl").write_text(lines, encoding="utf-8")
        return alignment(gold, predicted, rouge)


def _thousand(root: Path, only: str | None) -> list[tuple[str, ...]]:
    """The time for one topic of a thousand articles, made of the first articles of all."""
    every = [article for topic in sorted(root.glob("*/*/")) for article in articles(topic)]
    if only is not None or len(every) < THOUSAND:
        return []
    with TemporaryDirectory() as folder:
        file = Path(folder, "thousand.jsonl")
        file.write_text("".join(json.dumps(article) + "\n" for article in every[:: len(every) // THOUSAND][:THOUSAND]))
        before = cpu()
        digested(file, ["--dates", "20", "--sentences", "3"])
        seconds = cpu() - before
    short = number(seconds - LONGEST) if seconds > LONGEST else "met"
    return [
        ("one topic of a thousand", f"{THOUSAND:,}", "20", *[ABSENT] * 3, number(seconds), f"{LONGEST:.0f} s", short)
    ]
