"""A language is one file and one line in ``MODULES``."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from timeline.languages import MODULES
from timeline.pipeline import events
from timeline.reading import read
from timeline.submission import submission


def test_an_article_in_a_language_of_one_file_is_recognised_and_dated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MODULES, "qaa", "invented")
    text = "Zul zer zom zarkov zul bregit zom zlast zwek zer marzun."
    now = datetime(2026, 11, 19, tzinfo=UTC)
    article = read(submission({"text": text, "published": "2026-11-18"}), zone=ZoneInfo("UTC"), now=now)
    (event,) = events(article)
    assert article.language == "qaa"
    assert (event.when.timex.value, event.status.value, event.headline) == ("2026-W46", "occurred", text[:-1])
