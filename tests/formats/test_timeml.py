"""An article as TimeML, read by an XML parser."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import Article, Span
from timeline.pipeline import tagged
from timeline.timeml import document

sys.path.append(str(Path(__file__).parents[1] / "seeds"))
from seed_articles import article, files, name


def told(text: str, **fields: object) -> ElementTree.Element:
    given = Article(id="a" * 32, text=text, title="T", published=datetime(2024, 9, 20, 17, 1, tzinfo=UTC))
    read = Article(**{each: getattr(given, each) for each in Article.__dataclass_fields__} | fields)
    return ElementTree.fromstring(document(read, tagged(read)))


def text_of(root: ElementTree.Element) -> str:
    found = root.find("TEXT")
    assert found is not None
    return "".join(found.itertext())


@pytest.mark.parametrize("file", files(), ids=name)
def test_the_text_of_a_seed_is_unchanged_under_its_tags(file: Path) -> None:
    given = article(file)
    timexes = tagged(given)
    root = ElementTree.fromstring(document(given, timexes))
    assert text_of(root) == given.text
    tags = root.findall("TEXT/TIMEX3")
    assert [tag.text for tag in tags] == [given.text[timex.start : timex.end] for timex in timexes]
    assert [tag.get("value") for tag in tags] == [timex.when.timex.value for timex in timexes]
    names = [tag.get("tid") for tag in root.iter("TIMEX3")]
    assert len(set(names)) == len(names)
    assert {tag.get("anchorTimeID") for tag in tags} - {None} <= set(names)


def test_the_creation_time_is_that_of_publication_and_what_is_counted_from_it_says_so() -> None:
    root = told("The board met last week. Two days later it rained.", body=(Span(0, 50),))
    (creation,) = root.findall("DCT/TIMEX3")
    assert (creation.get("functionInDocument"), creation.get("value")) == ("CREATION_TIME", "2024-09-20T17:01")
    first, second = root.findall("TEXT/TIMEX3")
    assert (first.get("value"), first.get("anchorTimeID")) == ("2024-W37", creation.get("tid"))
    assert second.get("temporalFunction") == "true"


def test_a_day_without_a_clock_time_is_a_date() -> None:
    (creation,) = told("Nothing.", day_only=True).findall("DCT/TIMEX3")
    assert (creation.get("type"), creation.get("value")) == ("DATE", "2024-09-20")


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(["Monday", "]]>", "<b>", "&amp;", "\r\n", "\x00", "\ufffe", "\u202e", "é", "\t"])
        | st.text(max_size=5)
    )
)
def test_any_text_is_there_with_a_mark_for_each_character_that_xml_cannot_have(words: list[str]) -> None:
    text = " ".join(words)
    found = text_of(told(text, body=(Span(0, len(text)),)))
    assert len(found) == len(text)
    assert all(other in (one, "\ufffd") for one, other in zip(text, found, strict=True))
    kept = [one for one, other in zip(text, found, strict=True) if other != "\ufffd"]
    assert not {"\t", "\r", "<", "&", "\u202e"} & (set(text) - set(kept))
