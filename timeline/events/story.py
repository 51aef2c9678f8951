"""The time of what is told without an expression of its own: the day that its story has come to."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from timeline.events.told import Told
from timeline.interval import Granularity, Interval
from timeline.model import Article, Grounds, TimexValue, When
from timeline.records import record
from timeline.syntax.clauses import REPORTING, Kind
from timeline.syntax.forms import PARTICIPLE
from timeline.syntax.lexicon import role
from timeline.syntax.verbs import Group, Tense

_HAD = role("have_past")
_PAST = frozenset({Tense.PAST, Tense.PERFECT})
_RECENT = timedelta(days=7)


@record(frozen=True, slots=True)
class Story:
    """``news`` is when the news took place, on some day, ``told`` the time that the paragraph's story has come to."""

    published: When
    news: When
    told: When | None = None

    def paragraph(self) -> Story:
        """A paragraph begins a story of its own; the news stays the same."""
        return self if self.told is None else Story(self.published, self.news)

    def sentence(self) -> Story:
        """A year or a month is too long for a story to stay in it: the next sentence may tell of any day."""
        if self.told is None or (self.told.granularity <= Granularity.DAY and not self.told.approximate):
            return self
        return Story(self.published, self.news)

    def after(self, frame: Told) -> Story:
        """What a dated clause brings the story to: a main clause that tells what was, not what had been before."""
        if frame.group is None or frame.group.tense not in _PAST or before_then(frame.group) or frame.clause.quoted:
            return self
        if frame.clause.kind not in (Kind.MAIN, Kind.CONTENT) or not _over(frame.when, self.published):
            return self
        if frame.clause.kind is Kind.MAIN and _recent(frame.when, self.published):
            return Story(self.published, frame.when, frame.when)
        return Story(self.published, self.news, frame.when)

    def time(self, verb: Group | None) -> tuple[When, Grounds]:
        """When a clause with this verb, but no expression, takes place; what was said belongs to the news."""
        if verb is None or verb.tense is not Tense.PAST:
            return self.published, Grounds.PUBLICATION
        if self.told is not None and not verb.roles & REPORTING:
            return _continued(self.told), Grounds.STORY
        if self.news is not self.published:
            return _continued(_day(self.news)), Grounds.STORY
        return self.published, Grounds.PUBLICATION


def story(article: Article) -> Story:
    """Before the first sentence: the day of publication."""
    day = article.published.date().isoformat()
    start = datetime.fromisoformat(day)
    published = When(
        interval=Interval(start, start + timedelta(days=1)),
        granularity=Granularity.DAY,
        timex=TimexValue(type="DATE", value=day),
        text="",
        anchor=day,
        explanation=f"No time is named: taken for news of the day of publication, {day}",
    )
    return Story(published, published)


def before_then(group: Group) -> bool:
    """ "had been closed": before what the story has come to."""
    return bool(group.roles & _HAD and group.roles & PARTICIPLE and group.last > group.first)


def _over(when: When, published: When) -> bool:
    mine, today = when.interval, published.interval
    if mine is None or mine.start is None or today is None or today.end is None:
        return False
    return mine.end is not None and mine.end <= today.end


def _recent(when: When, published: When) -> bool:
    mine, today = when.interval, published.interval
    if mine is None or mine.start is None or today is None or today.start is None or mine.days != 1:
        return False
    return today.start - mine.start <= _RECENT


def _day(when: When) -> When:
    if when.interval is None or when.interval.start is None or when.granularity is Granularity.DAY:
        return when
    start = when.interval.start.replace(hour=0, minute=0, second=0, microsecond=0)
    value = TimexValue(type="DATE", value=start.date().isoformat())
    interval = Interval(start, start + timedelta(days=1))
    return replace(when, interval=interval, granularity=Granularity.DAY, timex=value, offset=None)


def _continued(when: When) -> When:
    said = f" (“{when.text}”)" if when.text else ""
    return replace(when, text="", explanation=f"No time is named: the story had come to {when.timex.value}{said}")
