"""Which days a digest picks, and what it says of them."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from ferries import FERRY, Report, read
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.digest import Asked, Digest, Entry, digest
from timeline.lines import document
from timeline.pipeline import reference, tellings

ANY_DAY = st.dates(date(2024, 2, 1), date(2024, 10, 1))


def days(found: Digest) -> list[str]:
    return [entry.day.isoformat() for entry in found]


def test_the_days_that_most_articles_tell_of_come_first() -> None:
    assert days(digest(read(*FERRY), Asked(dates=1))) == ["2024-05-10"]
    assert days(digest(read(*FERRY), Asked(dates=3))) == ["2024-03-03", "2024-05-10", "2024-08-30"]


def test_a_day_is_told_by_the_sentence_that_says_what_happened_on_it() -> None:
    [entry] = digest(read(*FERRY), Asked(dates=1, sentences=2))
    assert entry.sentences[0] in {"The ferry ran aground on Friday.", "It ran aground on 10 May."}


def test_the_query_decides_what_the_digest_is_about() -> None:
    [entry] = digest(read(*FERRY[-4:]), Asked(dates=1, query="gulls library"))
    assert entry.sentences == ("Gulls are the topic of a talk at the library tomorrow.",)


@given(st.permutations(FERRY), st.integers(1, 9), st.integers(1, 3))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_articles_makes_no_difference(reports: list[Report], dates: int, sentences: int) -> None:
    asked = Asked(dates=dates, sentences=sentences)
    assert digest(read(*reports), asked) == digest(read(*FERRY), asked)


@given(st.lists(st.sampled_from(FERRY), unique=True), ANY_DAY, ANY_DAY, st.integers(1, 9), st.integers(1, 3))
@settings(max_examples=40, deadline=None)
def test_a_digest_keeps_to_what_was_asked(reports: list[Report], one: date, two: date, most: int, each: int) -> None:
    first, last = min(one, two), max(one, two)
    found = digest(read(*reports), Asked(dates=most, sentences=each, first=first, last=last))
    assert len(found) <= most
    assert all(first <= entry.day <= last for entry in found)
    assert all(before.day < after.day for before, after in pairwise(found))
    assert all(1 <= len(entry.sentences) <= each for entry in found)
    texts = {name: text for name, _, text in reports}
    for told in (told for entry in found for told in entry.tellings):
        assert texts[told.article][told.start :].startswith(told.text)


def test_a_thousand_copies_of_an_article_are_one_voice() -> None:
    name, time, text = FERRY[-1]
    copies = [(f"{name}-{number}", time, text) for number in range(1000)]
    once, often = read(*FERRY), read(*FERRY[:-1], *copies)
    assert days(digest(often, Asked(dates=4, query="ferry"))) == days(digest(once, Asked(dates=4, query="ferry")))


def test_one_article_has_a_digest_and_none_has_none() -> None:
    assert digest([], Asked()) == ()
    assert digest(read(("empty", "2024-05-11", "")), Asked()) == ()
    [entry] = digest(read(("short", "2024-05-11", "The mayor resigned.")), Asked())
    assert (entry.day, entry.sentences) == (date(2024, 5, 11), ("The mayor resigned.",))


def test_an_article_that_names_five_hundred_days_is_one_voice_for_each() -> None:
    listed = " ".join(f"Boats met on {day} May {year}." for year in range(1990, 2007) for day in range(1, 31))
    found = digest(read(*FERRY, ("almanac", "2024-06-01", listed)), Asked(dates=2, query="ferry"))
    assert "2024-05-10" in days(found)


def test_the_last_day_of_the_calendar_has_no_day_after_it() -> None:
    [[passing]] = read(("far", "2024-05-11", "The comet passed."))
    [entry] = digest([[replace(passing, days=(date.max,))]], Asked())
    assert entry == Entry(date.max, (replace(passing, days=(date.max,)),))


@pytest.mark.parametrize(
    "text", ["Friday 10 May 2024 09.30 GMT The ferry sails.", "The ferry is now late.", "The ferry sails."]
)
def test_stamps_and_now_name_no_day(text: str) -> None:
    assert [told.days for told in tellings(document("a", text, "", reference("2024-05-10")))] in ([()], [(), ()])


def test_a_german_story_has_a_digest_too() -> None:
    text = "Der Stadtrat hat gestern die Fähre verkauft. Am 3. Mai war sie auf Grund gelaufen."
    found = digest([tellings(document("a", text, "", reference("2024-05-11"), "de"))], Asked())
    assert days(found) == ["2024-05-03", "2024-05-10"]
