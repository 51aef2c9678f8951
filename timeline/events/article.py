"""The events of one article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import date

from timeline.chronology import order_key
from timeline.events.adjoining import adjoining
from timeline.events.dating import happenings
from timeline.events.frames import untimed, verb
from timeline.events.making import Asked, Found, Place, found
from timeline.events.repetition import once, same
from timeline.events.sides import placed, side
from timeline.events.story import Story, story
from timeline.events.untimed import news, tellable
from timeline.model import Article, Event, Grounds, Span, Status, Timex, When
from timeline.syntax.clauses import Sentence
from timeline.syntax.cues import Cues
from timeline.syntax.lexicon import lexicon
from timeline.syntax.parsing import parsed
from timeline.syntax.quotations import quotations
from timeline.syntax.sentences import sentences
from timeline.syntax.tagging import tokens

_LEAD = 2
_FACTS = frozenset({Status.OCCURRED, Status.ONGOING, Status.DENIED})


def _as_it_is(when: When) -> When:
    return when


def events_of(
    article: Article,
    timexes: tuple[Timex, ...],
    cues: Cues,
    *,
    every: bool = False,
    explained: Callable[[When], When] = _as_it_is,
) -> tuple[Event, ...]:
    """One event for each happening, in the order of a timeline. What is told twice counts once.

    ``explained`` makes of a resolved time the one that an event is given.
    """
    joined = adjoining(timexes, article.text, cues)
    asked = Asked(article, joined, [timex.start for timex in joined], cues, every, explained)
    told = once(_told(asked) if every else _one_news(list(_told(asked))))
    new = [title for title in _titled(asked, told) if not any(same(title, known) for known in told)]
    return tuple(sorted((each.event for each in (*told, *once(iter(new)))), key=order_key))


def _one_news(told: list[Found]) -> Iterator[Found]:
    """Of what is told without a time only the first, and that on a day of which nothing else is told."""
    days = {_day(each) for each in told if each.event.grounds is Grounds.EXPRESSION}
    for each in told:
        if each.event.grounds is Grounds.EXPRESSION:
            yield each
        elif _day(each) not in days:
            days.add(_day(each))
            yield each


def _day(told: Found) -> date | None:
    interval = told.event.when.interval
    return interval.start.date() if interval and interval.start and interval.days == 1 else None


def _of_today(asked: Asked) -> bool:
    """Whether something in the article is dated to the day of publication: its news then needs no entry of its own."""
    today = asked.article.published.date()
    spans = (interval for timex in asked.timexes if (interval := placed(timex)) is not None and interval.days == 1)
    return any(interval.start is not None and interval.start.date() == today for interval in spans)


def _titled(asked: Asked, known: Sequence[Found]) -> list[Found]:
    """What the headline tells at times that no sentence of the body has."""
    title = asked.article.title_span
    if title is None:
        return []
    times = {each.event.when.interval for each in known}
    if not any(placed(timex) not in times for timex in _within(asked, title) if placed(timex)):
        return []
    return list(_read(asked._replace(every=False), title, 0.0, story(asked.article), 0))


def _told(asked: Asked) -> Iterator[Found]:
    body, running = asked.article.body, story(asked.article)
    first = body[0].start if body else 0
    length = max(1, body[-1].end - first) if body else 1
    opening = _LEAD if asked.every or not _of_today(asked) else 0
    for paragraph in body:
        lead = opening if paragraph is body[0] else 0
        running = yield from _read(asked, paragraph, (paragraph.start - first) / length, running.paragraph(), lead)


def _read(asked: Asked, paragraph: Span, position: float, running: Story, lead: int) -> Generator[Found, None, Story]:
    article, cues = asked.article, asked.cues
    inside = _within(asked, paragraph)
    if not (asked.every or lead or any(placed(timex) for timex in inside)):
        return running
    borders = [end for span in quotations(article.text, paragraph) for end in (span.start, span.end)]
    words, last = lexicon(cues), paragraph.start
    for number, sentence in enumerate(sentences(article.text, paragraph, cues, inside)):
        here = _within(asked, sentence)
        dated = any(placed(timex) for timex in here)
        if not (asked.every or dated or number < lead):
            continue
        broken = "\n" in article.text[last : sentence.start]
        running, last = running.paragraph() if broken else running.sentence(), sentence.end
        clauses = parsed(tokens(article.text, sentence, here, borders, words))
        place = Place(sentence, position)
        told = list(happenings(clauses, article)) if dated else []
        for frame in told:
            yield found(asked, place, frame)
            running = running.after(frame)
        if (asked.every or not here) and (dated or not _impossible(article, sentence)):
            yield from _undated(asked, place, clauses, {frame.home for frame in told}, running)
    return running


def _impossible(article: Article, sentence: Span) -> bool:
    """Whether a date that does not exist stands in the sentence: nobody knows when it happened."""
    return any(sentence.start <= date.start < sentence.end for date in article.impossible)


def _undated(asked: Asked, place: Place, clauses: Sentence, dated: set[int], running: Story) -> Iterator[Found]:
    for index in tellable(clauses, dated):
        if not (asked.every or news(clauses, index)):
            continue
        when, grounds = running.time(verb(clauses, clauses.clauses[index]))
        assert when.interval is not None  # noqa: S101 - a story is made of times on the calendar
        frame = untimed(clauses, index, side(when.interval, asked.article), when)
        told = found(asked, place, frame, grounds)
        if told.event.status in _FACTS:
            yield told


def _within(asked: Asked, span: Span) -> list[Timex]:
    start = bisect_left(asked.starts, span.start)
    end = bisect_left(asked.starts, span.end, lo=start)
    return [timex for timex in asked.timexes[start:end] if timex.end <= span.end]
