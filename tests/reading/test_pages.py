"""HTML pages: their text, and what their markup says of title, time, address and publisher."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from readers import AT, Reader, Story

from timeline.reading import NoPublicationTime, NotText

FIRST = (
    "The council of Port Ellery voted on Tuesday to close the old bridge, after three hours of debate in a full hall."
)
SECOND = "A ferry will run in its place from next week, the mayor said, and the crossing will be free until the summer."


def page(head: str = "", top: str = "<h1>Council votes to close the old bridge</h1>", lang: str = "en") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body><nav><a href="/">Home</a> <a href="/s">Sport</a>'
        f"</nav><article>{top}<p>{FIRST}</p><p>{SECOND}</p></article><footer>© Ellery Post</footer></body></html>"
    )


META = '<meta property="article:published_time" content="{}">'
LINKED = (
    '<script type="application/ld+json">'
    '{{"@graph":[{{"@type":"WebSite"}},{{"@type":"NewsArticle","datePublished":"{}"}}]}}</script>'
)


def test_a_page_gives_story_title_address_and_publisher(reader: Reader, story: Story) -> None:
    head = (
        "<title>Council votes to close the old bridge | Ellery Post</title>"
        '<meta property="og:title" content="Council votes to close the old bridge | Ellery Post">'
        '<meta property="og:site_name" content="Ellery Post">'
        '<link rel="canonical" href="https://post.example/news/bridge">' + META.format(AT)
    )
    article = reader(html=page(head), topics=["Bridge"])
    assert story(article) == [FIRST, SECOND]
    assert article.title == "Council votes to close the old bridge"
    assert article.title_span is not None
    assert (article.url, article.publisher) == ("https://post.example/news/bridge", "Ellery Post")


def test_what_is_given_with_a_page_comes_first(reader: Reader) -> None:
    article = reader(
        html=page(META.format(AT)), title="Bridge", url="https://a.example/b", publisher="A", language="cy",
        published="2026-01-02",
    )  # fmt: skip
    assert (article.title, article.url, article.publisher) == ("Bridge", "https://a.example/b", "A")
    assert (article.language, article.published.month) == ("cy", 1)


@pytest.mark.parametrize(
    ("head", "top", "published", "day_only"),
    [
        (META.format("2026-03-05T04:30:00-05:00"), "", "2026-03-05T04:30:00-05:00", False),
        (META.format("2026-03-05T09:30:00Z"), "", "2026-03-05T09:30:00+00:00", False),
        (LINKED.format("2026-03-05T04:30:00-05:00"), "", "2026-03-05T04:30:00-05:00", False),
        (META.format("2026-03-05") + LINKED.format("2026-03-05T09:30"), "", "2026-03-05T09:30:00+00:00", False),
        (META.format("2026-03-05T09:30:00+00:00") + LINKED.format("2026-03-05T04:30:00-05:00"), "",
         "2026-03-05T04:30:00-05:00", False),
        ("", '<time datetime="2026-03-05T09:30">Thursday</time>', "2026-03-05T09:30:00+00:00", False),
        ("", "<p>5 March 2026, 09:30</p>", "2026-03-05T09:30:00+00:00", False),
        ('<meta name="DC.date" content="2026-03-05">', "", "2026-03-05T00:00:00+00:00", True),
        (META.format("soon"), "<p>5 March 2026, 09:30</p>", "2026-03-05T09:30:00+00:00", False),
        ('<script type="application/ld+json">{"broken</script>' + META.format(AT), "", AT, False),
    ],
)  # fmt: skip
def test_the_most_precise_publication_time_of_a_page_counts(
    head: str, top: str, published: str, day_only: bool, reader: Reader
) -> None:
    article = reader(html=page(head, "<h1>Council votes to close the old bridge</h1>" + top))
    assert (article.published.isoformat(), article.day_only) == (published, day_only)


def test_a_zero_offset_in_markup_tells_the_instant_and_the_zone_tells_the_day(reader: Reader) -> None:
    article = reader(html=page(META.format("2025-07-09T23:30:00+00:00")))
    assert article.published.isoformat() == "2025-07-10T00:30:00+01:00"


def test_a_page_without_any_time_is_refused(reader: Reader) -> None:
    with pytest.raises(NoPublicationTime):
        reader(html=page())


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("<p>Strikes begin next week.</p>", ["Strikes begin next week."]),
        ("Strikes begin next week.", ["Strikes begin next week."]),
        ("<h1>Strikes to begin at the docks</h1><p>They begin next week.</p>", ["They begin next week."]),
        (
            "<div>It begins next week.<br>It ends in May.<script>alert(1)</script></div>",
            ["It begins next week.", "It ends in May."],
        ),
        (
            '<?xml version="1.0" encoding="utf-8"?><html><body><p>Strikes begin next week.</p></body></html>',
            ["Strikes begin next week."],
        ),
    ],
)
def test_fragments_are_pages_too(html: str, paragraphs: list[str], reader: Reader, story: Story) -> None:
    assert story(reader(html=html, published=AT)) == paragraphs


@pytest.mark.parametrize("html", ["<html></html>", "<p> </p>", "<script>var a = 1;</script>", "<img src='a.png'>"])
def test_a_page_without_words_is_refused(html: str, reader: Reader) -> None:
    with pytest.raises(NotText):
        reader(html=html, published=AT)


def test_entities_are_neither_fetched_nor_expanded(reader: Reader) -> None:
    html = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><html><body><p>It says &a; here.</p></body></html>'
    assert "&a;" in reader(html=html, published=AT).text


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 350_000 + "Rain.",
        "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">Rain fell.</p>",
        "<p " + " ".join(f'a{n}=">"' for n in range(150_000)) + ">Rain fell.</p>",
        "<b " * 600_000,
        " " * 2_000_000 + "<p>Rain.</p>",
        '<script type="application/ld+json">' + "[" * 1_900_000,
        "<p>Rain fell.</p>" * 110_000,
    ],
    ids=["nested", "attributes", "quoted attributes", "open tags", "blanks", "linked data", "paragraphs"],
)
def test_a_hostile_page_of_two_megabytes_is_answered_in_bounded_time(html: str, reader: Reader) -> None:
    start = time.process_time()
    with suppress(NotText):
        reader(html=html, published=AT)
    assert time.process_time() - start < 10
