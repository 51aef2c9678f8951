from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import annotation
import pytest
from _pytest.mark import ParameterSet
from chronologies import chronology, expected, stored
from seed_articles import article, document, files, folders, name

from timeline.store import Store
from timeline.submission import topic_slug

DATED = 270
RIGHT = 269
"""Annotated events whose date, and whose date and status, the program is known to get: to be raised."""

NOT_YET_KEPT = {
    "The theatre opened there",
    "Those who had bought seats",
    "reads out the tides",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = stored(f"sqlite:///{tmp_path_factory.mktemp('seeds') / 'seeds.db'}")
    yield opened
    opened.close()


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_timeline(folder: Path, store: Store, request: pytest.FixtureRequest) -> None:
    """Each topic's timeline is, event by event, the one beside its articles."""
    found = chronology(store, folder)
    if request.config.getoption("--write-expected", default=False):
        expected(folder).write_text(found, encoding="utf-8")
    wanted = expected(folder).read_text(encoding="utf-8")
    assert found.splitlines() == wanted.splitlines(), (
        f"The timeline of {folder.name} changed. If that is right: pytest tests/seeds --write-expected"
    )


def test_annotation_is_met(record_property: pytest.RecordProperty) -> None:
    """The program gets at least as many of the hand-annotated events as it is known to get."""
    matches = annotation.matches()
    dated, right = sum(match.dated for match in matches), sum(match.right for match in matches)
    record_property("figure", f"Seeds: {dated} of {len(matches)} dates, {right} with their status.")
    for match in matches:
        if not match.right:
            record_property("missed", annotation.complaint(match))
    assert dated >= DATED
    assert right >= RIGHT


def _bans() -> Iterator[ParameterSet]:
    """Those not kept yet are marked so; a mark that has become wrong fails."""
    for ban in annotation.bans():
        kept_not_yet = pytest.mark.xfail(strict=True, reason="still taken for a date")
        marks = [kept_not_yet] if ban.words in NOT_YET_KEPT else []
        yield pytest.param(ban, marks=marks, id=f"{Path(ban.article).stem}: {ban.words}")


@pytest.mark.parametrize("ban", list(_bans()))
def test_no_event_is_made_of(ban: annotation.Ban) -> None:
    """Furniture, names and numbers that look like dates make no event."""
    assert [(event.headline, event.when.text) for event in ban.breaches()] == []


def test_every_seed_is_annotated_and_every_annotation_quotes_its_seed() -> None:
    assert annotation.annotated() == {name(file) for file in files()}
    texts = {name(file): " ".join(map(str, document(file).values())) for file in files()}
    plain = {file: " ".join(text.split()) for file, text in texts.items()}
    quoted = [*annotation.expectations(), *annotation.bans()]
    assert [entry.words for entry in quoted if entry.words not in plain[entry.article]] == []


@pytest.mark.parametrize("file", files(), ids=name)
def test_seed_is_filed_under_its_day_and_topic(file: Path) -> None:
    """A file is named after its day of publication and lies in the folder of its one topic."""
    assert file.name.startswith(article(file).published.date().isoformat())
    assert [topic_slug(topic) for topic in article(file).topics] == [file.parent.name]
