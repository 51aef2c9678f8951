"""Small articles that some readers make large, deep or slow."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from processes import HANGING

from timeline.pipeline import events
from timeline.reading import read
from timeline.submission import BadArticle, submission

FACTS = "<p>The harbour board met on 4 March 2024. It will meet the ferry company again next week.</p>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMBS = {
    "entities within entities": f'<!DOCTYPE l [<!ENTITY l0 "ha">{LAUGHS}]><article><p>&l11;</p>{FACTS}</article>',
    "one long entity, often": f'<!DOCTYPE l [<!ENTITY x "{"x" * 50_000}">]><article>{"&x;" * 50_000}{FACTS}</article>',
    "100,000 open tags": "<div>" * 100_000 + FACTS,
    "100,000 tags within one another": "<div>" * 100_000 + FACTS + "</div>" * 100_000,
    "100,000 tags of another kind": "<b><i>" * 50_000 + FACTS,
    "tables in tables": "<table><tr><td>" * 30_000 + FACTS,
    "an attribute of 2 MiB": f'<article><p title="{"x" * 2**21}">{FACTS}</p></article>',
    "100,000 attributes": f"<article><p {' '.join(f'a{n}=b' for n in range(100_000))}>{FACTS}</p></article>",
    "comments that do not end": "<!--" * 400_000 + FACTS,
    "nothing but brackets": "<" * 2**21,
    "character references": f"<article><p>{'&#x41;' * 300_000}</p>{FACTS}</article>",
    "linked data, deep": f'<script type="application/ld+json">{"[" * 500_000}</script><article>{FACTS}</article>',
}
PEAK = """
import resource, sys
from test_bombs import BOMBS, outcome
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
outcome(BOMBS[sys.argv[1]])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def outcome(page: str) -> str:
    """The text that was read, or why there is none."""
    try:
        given = submission({"html": page, "published": "2024-03-05"})
        article = read(given, zone=ZoneInfo("Europe/London"), now=datetime.now(UTC))
        events(article)
    except BadArticle as fault:
        return str(fault)
    return article.text


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_read_or_refused_within_seconds(kind: str) -> None:
    began = time.monotonic()
    assert outcome(BOMBS[kind])
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("kind", ["entities within entities", "one long entity, often"])
def test_entities_take_no_room(kind: str) -> None:
    """Written out they would be gigabytes: less than 200 MiB are taken."""
    told = subprocess.run(
        [sys.executable, "-c", PEAK, kind],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        timeout=HANGING,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert int(told.stdout) < 200 * 1024
    assert "haha" not in outcome(BOMBS[kind])
