"""`dateline up --seeds`: what a newcomer sees."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path

import pytest
from dateline_up import Running, up
from processes import HANGING, until

pytestmark = pytest.mark.system

SEEDS = Path(__file__).parents[2] / "seeds"
TOPICS = sorted(folder.name for folder in SEEDS.iterdir() if folder.is_dir())


def pages(dateline: Running) -> list[str]:
    """The addresses of the topics' pages, once all of them are printed."""
    lines = until(
        lambda: (
            [line for line in dateline.lines if "/timelines/" in line][len(TOPICS) - 1 :]
            and [line for line in dateline.lines if "/timelines/" in line]
        )
    )
    return [line.split()[-1] for line in lines]


def received(dateline: Running) -> dict[str, object]:
    known = json.loads((dateline.data / "seeds.json").read_text()).values()
    return {id_: dateline.call(f"/api/v1/articles/{id_}")[1]["received"] for id_ in known}


def test_the_seeds_are_read_once_and_the_address_of_every_topics_page_is_printed(tmp_path: Path) -> None:
    with up(tmp_path / "data", "--seeds") as dateline:
        addresses = pages(dateline)
        assert sorted(address.rpartition("/")[2] for address in addresses) == TOPICS
        for address in addresses:
            with urllib.request.urlopen(address, timeout=HANGING) as page:
                assert page.status == 200
                assert page.headers.get_content_type() == "text/html"
        assert not [line for line in dateline.lines if "not taken" in line]
        titles = [line.strip().rpartition(": ")[0] for line in dateline.lines if "/timelines/" in line]
        assert not any(title in TOPICS for title in titles), "a title is for reading, a slug is not"
        first = received(dateline)
        timelines = [dateline.events(topic) for topic in TOPICS]
        assert all(timelines)
        assert dateline.stop() == 0
    with up(tmp_path / "data", "--seeds") as dateline:
        pages(dateline)
        assert received(dateline) == first
        assert [dateline.events(topic) for topic in TOPICS] == timelines
        assert dateline.stop() == 0
