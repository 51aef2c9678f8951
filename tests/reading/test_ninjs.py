"""IPTC ninjs as the JSON of an article, in each of its versions."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest

from timeline.reading.ninjs import article, is_ninjs
from timeline.submission import BadArticle, submission

AT, FIRST = "2024-03-05T09:30:00-05:00", "2024-03-01T08:00:00-05:00"
STORY = "The harbour board met on 4 March 2024."
ONE = {
    "uri": "https://wire.example/items/7", "type": "text", "pubstatus": "usable", "version": "2",
    "versioncreated": AT, "firstcreated": FIRST, "language": "en-US", "byline": "Ann Mole", "headline": "Board meets",
    "body_text": STORY, "body_html": f"<p>{STORY}</p>", "subject": [{"name": "Harbours", "code": "h"}, {"code": "x"}],
    "infosource": [{"name": "Mole Wire", "rel": "origin"}],
}  # fmt: skip
TWO = {
    "uri": "https://wire.example/items/7", "standard": {"name": "ninjs", "version": "2.0"}, "versioncreated": AT,
    "language": "en-US", "subjects": [{"name": "Harbours"}], "infosources": [{"name": "Mole Wire"}],
    "headlines": [{"role": "short", "value": "Board"}, {"role": "main", "value": "Board meets"}],
    "bodies": [{"role": "summary", "contenttype": "text/plain", "value": "Short."},
               {"role": "main", "contenttype": "text/plain", "value": STORY},
               {"role": "main", "contenttype": "text/html", "value": f"<p>{STORY}</p>"}],
}  # fmt: skip
THREE = {
    "uri": "https://wire.example/items/7", "versionCreated": AT, "firstCreated": FIRST, "pubStatus": "usable",
    "language": "en-US", "infoSources": [{"name": "Mole Wire"}], "subjects": [{"name": "Harbours"}],
    "headlines": [{"role": "main", "value": "Board meets"}],
    "bodies": [{"role": "main", "contentType": "text/plain; charset=utf-8", "value": STORY}],
}  # fmt: skip
EXPECTED = {
    "text": STORY, "title": "Board meets", "published": AT, "url": "https://wire.example/items/7",
    "publisher": "Mole Wire", "language": "en-US", "topics": ["Harbours"],
}  # fmt: skip


@pytest.mark.parametrize("item", [ONE, TWO, THREE], ids=["1", "2", "3"])
def test_every_version_gives_the_same_article(item: dict[str, Any]) -> None:
    assert is_ninjs(item)
    assert article(item) == EXPECTED
    assert submission(article(item, ["Port Ellery"])).topics == ["Port Ellery", "Harbours"]


def test_an_item_without_a_web_address_keeps_its_first_time_and_so_its_identity() -> None:
    told = article(ONE | {"uri": "urn:newsml:wire.example:20240305:7"})
    assert ("url" in told, told["published"]) == (False, FIRST)


def test_html_is_taken_where_there_is_no_plain_text() -> None:
    told = article({name: value for name, value in ONE.items() if name != "body_text"})
    assert told["html"] == f"<p>{STORY}</p>"
    assert "text" not in told


@pytest.mark.parametrize(
    ("change", "field", "part"),
    [
        ({"pubstatus": "canceled"}, "pubstatus", "withdraw"),
        ({"pubstatus": "withheld"}, "pubstatus", "withheld"),
        ({"body_text": None, "body_html": ""}, "body_text", "no body"),
    ],
)
def test_what_is_not_published_or_has_no_body_is_refused(change: dict[str, Any], field: str, part: str) -> None:
    with pytest.raises(BadArticle, match=part) as refused:
        article(ONE | change)
    assert refused.value.field == field


@pytest.mark.parametrize("other", [5, [], {}, {"text": "x", "uri": "y"}, {"uri": "y"}, {"body_text": "x"}])
def test_other_json_is_not_taken_for_ninjs(other: object) -> None:
    assert not is_ninjs(other)


@pytest.mark.parametrize("odd", [5, None, [5], {"a": 1}, [{"value": 5}], "x", True])
@pytest.mark.parametrize(
    "field", ["headlines", "bodies", "subject", "infosource", "headline", "versioncreated", "language"]
)
def test_an_item_with_anything_odd_is_an_article_or_refused(field: str, odd: object) -> None:
    with suppress(BadArticle):
        submission(article(ONE | {field: odd}))
