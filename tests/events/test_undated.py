"""What is told without an expression of time: which clauses give an event, and on which day."""

from __future__ import annotations

import pytest
from marked import events

from timeline.lines import document
from timeline.model import Event, Grounds
from timeline.pipeline import reference, told

TODAY = "2024-09-20"


def _told(marked: str) -> list[tuple[str, str, str]]:
    found = [event for event in events(marked, every=True) if event.grounds is not Grounds.EXPRESSION]
    found.sort(key=lambda event: event.sources[0].start)
    return [(_day(event), event.grounds.value, event.headline) for event in found]


def _day(event: Event) -> str:
    interval = event.when.interval
    return "" if interval is None or interval.start is None else interval.start.date().isoformat()


NEWS = {
    "The ferry company opened a second pier.": "The ferry company opened a second pier",
    "Two men drowned off the northern cape, police said.": "Two men drowned off the northern cape",
    "Rebels have seized the radio station.": "Rebels have seized the radio station",
    "The head of the coast guard is leaving his post.": "The head of the coast guard is leaving his post",
    "Three houses were destroyed by the fire.": "Three houses were destroyed by the fire",
}


@pytest.mark.parametrize(("marked", "headline"), NEWS.items())
def test_news_without_a_time_took_place_on_the_day_of_publication(marked: str, headline: str) -> None:
    assert (TODAY, "publication", headline) in _told(marked)


NOTHING = {
    "a state": "The harbour was full of boats and had a new crane.",
    "a description": "The bridge links the old town with the island.",
    "a habit": "The trains often stopped at the border.",
    "a length": "The strike lasted [three weeks]{}.",
    "what is to come": "The company will open a second pier.",
    "what may be": "The company could open a second pier.",
    "what had been before": "The pier had been closed by a storm.",
    "a condition": "If the storm hit the coast, the pier closed.",
    "a description of somebody": "The captain, who rescued nine people, is an old man.",
    "a quotation": "“We lost everything.”",
}


@pytest.mark.parametrize("marked", NOTHING.values(), ids=NOTHING)
def test_background_gives_no_event(marked: str) -> None:
    assert _told(marked) == []


STORIES = {
    "the day before": (
        "The river broke its banks on [Wednesday]{2024-09-18}. The water swept two cars away.",
        [("2024-09-18", "story", "The water swept two cars away")],
    ),
    "what was said belongs to the news": (
        "The mayor resigned [yesterday]{2024-09-19}.\n\nShe told reporters that she was tired.",
        [("2024-09-19", "story", "She told reporters that she was tired")],
    ),
    "old times end with their sentence": (
        "The yard built its first ship in [1922]{1922-01-01/1922-12-31}. The owners sold the yard.",
        [(TODAY, "publication", "The owners sold the yard")],
    ),
    "a new paragraph is a new story": (
        "The dam broke on [4 March]{2024-03-04}. The valley was flooded.\n\nThe senate opened an inquiry.",
        [("2024-03-04", "story", "The valley was flooded"), (TODAY, "publication", "The senate opened an inquiry")],
    ),
    "two verbs, one time": (
        "He left the party in [1990]{1990-01-01/1990-12-31} and she founded a new one.",
        [("1990-01-01", "story", "She founded a new one")],
    ),
}


@pytest.mark.parametrize(("marked", "told"), STORIES.values(), ids=STORIES)
def test_a_story_goes_on_at_the_time_that_it_has_come_to(marked: str, told: list[tuple[str, str, str]]) -> None:
    assert _told(marked) == told


def test_a_time_from_the_context_is_less_sure_and_says_so() -> None:
    found = events("The river rose on [Monday]{2024-09-16}. The bridge collapsed.", every=True)
    dated, undated = sorted(found, key=lambda event: event.sources[0].start)
    assert undated.confidence < dated.confidence == 1.0
    assert "No time is named" in undated.when.explanation
    assert undated.sources[0].marks == ()


LEADS = {
    "the news": ("A quake has hit the island. Hundreds fled.", ["A quake has hit the island"]),
    "what was said": ("The mayor said that she was tired. He announced a plan.", []),
    "a state": ("The harbour is old. It has been empty for long.", []),
    "a pronoun": ("She left the country.", []),
    "a day that has its entry": ("A quake hit the island. Hundreds fled [today]{2024-09-20}.", ["Hundreds fled"]),
    "what comes later": ("The harbour is old. It has two piers. The owners sold the yard.", []),
}


@pytest.mark.parametrize(("marked", "headlines"), LEADS.values(), ids=LEADS)
def test_a_timeline_takes_the_news_that_opens_an_article(marked: str, headlines: list[str]) -> None:
    assert [event.headline for event in events(marked)] == headlines


def test_a_timeline_is_spared_what_was_said_without_a_time() -> None:
    marked = "The mayor said that she was tired. The river rose on [Monday]{2024-09-16}. The governor said no more."
    assert [event.headline for event in events(marked)] == ["The river rose"]


def test_what_stands_with_a_date_that_does_not_exist_is_not_news_of_today() -> None:
    read = document("d", "The mill burnt down on 31 February 2024.", "", reference("2024-09-20"), "en")
    assert told(read, every=True)[1] == ()


def test_an_undated_opening_weighs_less_than_a_dated_one() -> None:
    [undated] = events("The mill burnt down.")
    [dated] = events("The mill burnt down on [Friday]{2024-09-20}.")
    assert undated.importance < dated.importance
