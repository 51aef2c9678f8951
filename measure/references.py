"""Topics with a journalist's timeline, and what ``dateline digest`` makes of their articles."""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from measure.places import Unmeasured

Chosen = list[tuple[str, list[str]]]
"""Days with their sentences, as ``dateline digest`` writes them."""


@dataclass(frozen=True, slots=True)
class Measured:
    topic: Path
    articles: int
    dates: int
    found: list[Chosen]
    guessed: list[Chosen]
    seconds: float


def measured(topic: Path) -> Measured:
    published = Counter(str(article["time"])[:10] for article in articles(topic))
    before = cpu()
    wanted = references(topic)
    found = [digested(topic / "articles.jsonl.gz", options(topic, reference)) for reference in wanted]
    seconds = (cpu() - before) / len(wanted)
    guessed = [busiest(published, reference) for reference in wanted]
    return Measured(topic, published.total(), sum(map(len, wanted)), found, guessed, seconds)


def articles(topic: Path) -> list[dict[str, Any]]:
    with gzip.open(topic / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def references(topic: Path) -> list[Chosen]:
    lines = (topic / "timelines.jsonl").read_text(encoding="utf-8").splitlines()
    return [[(day, sentences) for day, sentences in json.loads(line)] for line in lines if line.strip()]


def options(topic: Path, reference: Chosen) -> list[str]:
    """What the reference says of its form, and of the topic nothing but its name or its keywords."""
    days = sorted(day for day, _ in reference)
    each = max(1, round(sum(len(sentences) for _, sentences in reference) / len(reference)))
    keywords = topic / "keywords.json"
    known = json.loads(keywords.read_text(encoding="utf-8")) if keywords.exists() else topic.name.split("_")
    form = ["--dates", str(len(days)), "--sentences", str(each), "--from", days[0], "--to", days[-1]]
    return [*form, "--query", " ".join(known)]


def digested(file: Path, form: list[str]) -> Chosen:
    dateline = Path(sys.executable).with_name("dateline")
    done = subprocess.run([dateline, "digest", file, *form], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Unmeasured(f"dateline digest ended with exit code {done.returncode}; nothing measured.")
    return [(day, sentences) for day, sentences in json.loads(done.stdout)]


def busiest(published: Counter[str], reference: Chosen) -> Chosen:
    first, last = (date.fromisoformat(edge(day for day, _ in reference)) for edge in (min, max))
    inside = {day: count for day, count in published.items() if first <= date.fromisoformat(day) <= last}
    return [(day, []) for day in sorted(inside, key=lambda day: (-inside[day], day))[: len(reference)]]


def cpu() -> float:
    """Seconds of processor time that finished children have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
