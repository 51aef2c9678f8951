"""An article in another language, from its text to its events."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from cli.main import main
from timeline.model import Article
from timeline.pipeline import events
from timeline.reading import read
from timeline.submission import submission

GERMAN = """Neue Brücke über die Weiße Ahr beschlossen

Veröffentlicht am 20. September 2024 um 17.01 Uhr

Der Gemeinderat hat am Donnerstagabend den Bau einer neuen Brücke beschlossen. Die Arbeiten sollen im Frühjahr beginnen.

Vor drei Wochen hatte die Bürgermeisterin den Entwurf vorgestellt. Das Land hat am Mittwoch nicht geantwortet.

Die alte Brücke war am 3. Mai 2021 eingestürzt. Eine für den 12. Oktober geplante Anhörung wurde abgesagt.

Gegner des Vorhabens könnten im November klagen.
"""
STATUS = {
    "2024-09-19TEV": "occurred",
    "2025-SP": "scheduled",
    "P3W": "occurred",
    "2021-05-03": "occurred",
    "2024-10-12": "denied",
    "2024-11": "possible",
    "2024-09-18": "denied",
}
SPANISH = """El ayuntamiento aprobó el 12 de marzo de 2024 la construcción de un puente nuevo sobre el río, y los
vecinos celebraron la noticia después de muchos años de espera y de promesas."""


def article(text: str, **more: str) -> Article:
    zone, now = ZoneInfo("Europe/Berlin"), datetime(2024, 12, 1, tzinfo=UTC)
    return read(submission({"text": text, **more}), zone=zone, now=now)


def test_a_german_article_is_read_with_its_publication_time_and_language() -> None:
    found = article(GERMAN)
    assert found.language == "de"
    assert found.published.isoformat() == "2024-09-20T17:01:00+02:00"
    assert "Veröffentlicht" not in "".join(found.text[span.start : span.end] for span in found.body)


@pytest.mark.parametrize("value", STATUS)
def test_a_german_event_has_its_status_and_keeps_its_date_in_the_line(value: str) -> None:
    (event,) = (event for event in events(article(GERMAN)) if event.when.timex.value == value)
    assert event.status.value == STATUS[value]
    assert event.when.text in event.headline


def test_what_is_dated_in_a_language_without_a_grammar_is_an_event() -> None:
    (event,) = events(article(SPANISH, published="2024-10-01"))
    assert (event.when.timex.value, event.status.value) == ("2024-03-12", "occurred")
    assert event.headline.startswith("El ayuntamiento aprobó el 12 de marzo de 2024")


def test_a_stated_language_is_believed() -> None:
    assert article(SPANISH, published="2024-10-01", language="pt-BR").language == "pt"


@pytest.mark.parametrize(("stated", "found"), [({}, "2024-09-13"), ({"language": "fr"}, None)])
def test_the_tag_command_takes_the_language_from_the_document_or_its_text(stated: dict[str, str], found: str) -> None:
    row = {"id": "1", "dct": "2024-09-20", "text": "Der Rat hat sich am vergangenen Freitag auf eine Brücke geeinigt."}
    done = CliRunner().invoke(main, ["tag", "--jsonl"], input=json.dumps(row | stated))
    assert [timex["value"] for timex in json.loads(done.output)["timexes"]] == ([found] if found else [])
