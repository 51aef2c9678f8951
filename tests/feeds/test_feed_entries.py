"""RSS and Atom as the JSON of articles."""

from __future__ import annotations

import pytest
from newsfeeds import AT, ATOM, item, rss

from timeline.submission import submission
from worker.feeds.entries import FeedEntry, NoFeed, entries

AT_HOME = {"Content-Location": "https://hafen.example/feed"}


def only(text: str) -> FeedEntry:
    (found,) = entries(text.encode(), AT_HOME, ["Harbour"])
    return found


def test_an_rss_item_has_its_publisher_link_language_and_the_publishers_clock() -> None:
    assert only(rss(item(7))).submission == {
        "text": "The harbour board met on 4 March 2024.",
        "title": "The board met for time 7",
        "published": "2024-03-05T23:30:00-05:00",
        "url": "https://harbour.example/7",
        "publisher": "Harbour & Mole",
        "language": "en-GB",
        "topics": ["Harbour"],
    }


def test_an_atom_entry_gives_its_content_and_its_first_time_and_links_are_made_whole() -> None:
    first, second = (one.submission for one in entries(ATOM.encode(), AT_HOME, ["Hafen"]))
    assert first["html"] == "<p>Der Rat tagte am 4. März 2024 im Hafen.</p>"
    assert (first["title"], first["url"]) == ("Der Rat tagt wieder", "https://hafen.example/rat/1")
    assert (first["published"], first["language"]) == ("2024-03-05T09:30:00+01:00", "de")
    assert (second["text"], second["published"]) == ("Ein Boot sank am 5. März 2024.", "2024-03-06T10:00:00Z")
    assert submission(dict(first)).topics == ["Hafen"]


def test_an_entry_keeps_its_key_and_changes_its_version() -> None:
    first, same, changed = (only(rss(item(1, text))) for text in ("It met.", "It met.", "It met again."))
    assert first == same
    assert (first.key == changed.key, first.version == changed.version) == (True, False)


def test_an_entry_that_stands_twice_in_its_feed_is_one() -> None:
    assert len(entries(rss(item(1), item(2), item(1)).encode(), {}, [])) == 2


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (AT, "2024-03-05T23:30:00-05:00"),
        ("Tue, 05 Mar 2024 23:30:00 GMT", "2024-03-05T23:30:00Z"),
        ("Tue, 05 Mar 2024 23:30:00 +0000", "2024-03-05T23:30:00Z"),
        ("2024-03-05T09:30:00+01:00", "2024-03-05T09:30:00+01:00"),
        ("some day", "some day"),
    ],
)
def test_a_zero_offset_tells_the_instant_only(at: str, told: str) -> None:
    assert only(rss(item(1, at=at))).submission["published"] == told


@pytest.mark.parametrize(
    "content",
    [b"", b"<html><body>News</body></html>", b"{}", b"\xff\xfe\x00", b"<rss", b"[" * 100_000, b"<a>" * 50_000],
)
def test_what_is_no_feed_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(NoFeed):
        entries(content, {}, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_declares_entities_is_refused_before_any_is_expanded(encoding: str) -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "' + "&a;" * 1000 + '"><!ENTITY c "' + "&b;" * 1000 + '">'
    text = rss(item(1, "It met. &c;")).replace("?><rss", f"?>{bomb}]><rss").replace("utf-8", encoding)
    with pytest.raises(NoFeed, match="entities"):
        entries(text.encode(encoding), {}, [])
