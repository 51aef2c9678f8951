"""Which time expressions of a sentence date a happening, and which of several in one clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from timeline.interval import Granularity, Interval
from timeline.model import Article, Timex
from timeline.syntax.clauses import Kind, Sentence
from timeline.syntax.lexicon import MARK, NAME, TIMEX, role
from timeline.syntax.verbs import AUXILIARY, PAST_FORM, Tense
from timeline.told import Side, Told, told

_PREPOSITION = role("prepositions")
_SPANS, _OF, _REPLACED = role("spans"), role("attributive"), role("replaced")
_COMPARING, _DETERMINER = role("comparing"), role("determiners", "possessives")
_AFTER_NOUN = MARK | TIMEX | AUXILIARY | PAST_FORM | role(
    "prepositions", "coordinators", "adverbs", "infinitive", "relatives", "complementizers", "possessives", "subordinators"
)  # fmt: skip
_INDEFINITE = role("indefinite")
_YES_NO, _FULL_STOPS = role("yes_no", "conditionals"), frozenset('.!?…"”’»')
_VAGUE_NOW = frozenset({"PRESENT_REF"})
_FEWEST_WORDS, _COMPARED_WITHIN = 5, 6


def side(interval: Interval, article: Article) -> Side:
    """Where an interval lies from the day of publication; clock times from its minute, where that is known."""
    moment = article.published.replace(tzinfo=None)
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if interval.end is not None and interval.end <= day:
        return Side.PAST
    later = day + timedelta(days=1)
    if interval.start is not None and (interval.start >= later or _later_today(interval, moment, article)):
        return Side.FUTURE
    return Side.PRESENT


def _later_today(interval: Interval, moment: datetime, article: Article) -> bool:
    short = interval.days == 1 and interval.start is not None and interval.start.hour > 0
    return short and not article.day_only and interval.start is not None and interval.start > moment


def happenings(sentence: Sentence, article: Article) -> Iterator[Told]:
    """Every dated happening that the sentence tells, in its order."""
    candidates = [frame for frame in _frames(sentence, article) if _tells(frame, article)]
    dated = {frame.index for frame in candidates}
    free = [frame for frame in candidates if not _inside_dated_statement(frame, dated)]
    for index in dict.fromkeys(frame.index for frame in free):
        yield from _parted([frame for frame in free if frame.index == index])


def _frames(sentence: Sentence, article: Article) -> Iterator[Told]:
    for place, token in enumerate(sentence.tokens):
        if token.timex is not None and (interval := placed(token.timex)) is not None:
            yield told(sentence, place, _side(token.timex, interval, article))


def placed(timex: Timex) -> Interval | None:
    """The interval of an expression that has a place on the calendar of its own; "now" and "once" have none."""
    when = timex.when
    if when.interval is None or when.timex.value in _VAGUE_NOW:
        return None
    vague = when.timex.value.endswith("_REF") and (when.interval.start is None or when.interval.end is None)
    return None if vague else when.interval


def _side(timex: Timex, interval: Interval, article: Article) -> Side:
    found = side(interval, article)
    return Side.FUTURE if timex.when.timex.value == "FUTURE_REF" and found is Side.PRESENT else found


def _tells(frame: Told, article: Article) -> bool:
    if frame.beside(-1, _SPANS | _REPLACED) or frame.beside(1, _COMPARING) or _compares(frame) or _only_names(frame):
        return False
    if frame.group is None and frame.clause.kind is not Kind.CONDITIONAL:
        return _whole_sentence(frame, article)
    return not _open_question(frame)


def _compares(frame: Told) -> bool:
    nearby = range(max(0, frame.place - _COMPARED_WITHIN), frame.place)
    same = (place for place in nearby if frame.sentence.owner[place] == frame.index)
    return any(frame.sentence.tokens[place].roles & _COMPARING for place in same)


def _only_names(frame: Told) -> bool:
    """ "the 2012 games", "its 2024 budget", "the best of 2007", "a Saturday like it": the time tells which one, not when."""
    timex = frame.sentence.tokens[frame.place].timex
    if frame.beside(-1, _INDEFINITE):
        return True
    if timex is None or timex.when.granularity < Granularity.YEAR:
        return False
    if frame.beside(-1, _OF):
        return True
    following = frame.token(1)
    return frame.beside(-1, _DETERMINER) and following is not None and not following.roles & _AFTER_NOUN


def _whole_sentence(frame: Told, article: Article) -> bool:
    """A sentence without any finite verb that was recognised is taken for a clause when it is long enough."""
    tokens = frame.sentence.tokens
    if any(clause.groups for clause in frame.sentence.clauses) or frame.clause.kind is not Kind.MAIN:
        return False
    words = sum(1 for token in tokens if not token.roles & (MARK | TIMEX))
    lower = sum(1 for token in tokens if not token.roles & (MARK | TIMEX | NAME))
    ended = article.text[tokens[-1].end : tokens[-1].end + 1] in _FULL_STOPS or tokens[-1].roles & MARK
    return words >= _FEWEST_WORDS and lower * 2 > words and bool(ended)


def _open_question(frame: Told) -> bool:
    """ "on how it could help them through the winter": neither told nor planned by anybody."""
    for index in (frame.index, *frame.sentence.above(frame.index)):
        clause = frame.sentence.clauses[index]
        if clause.kind is Kind.QUESTION:
            factual = frame.group is not None and frame.group.tense in {Tense.PAST, Tense.PERFECT}
            asked = frame.sentence.tokens[clause.first].roles & _YES_NO
            about = clause.first > 0 and frame.sentence.tokens[clause.first - 1].roles & _PREPOSITION
            return bool(asked or about) or not factual or frame.side is Side.FUTURE
    return False


def _inside_dated_statement(frame: Told, dated: set[int]) -> bool:
    """Words said at a time that is given are told as that statement, except what it reports directly."""
    sentence, child = frame.sentence, frame.index
    for index in sentence.above(frame.index):
        if index in dated and sentence.clauses[index].reports:
            direct = child == frame.index and frame.clause.kind is Kind.CONTENT
            return not direct or sentence.tokens[frame.place].quoted
        child = index
    own = sentence.tokens[frame.place].quoted and not frame.clause.quoted
    return own and frame.clause.reports and frame.index in dated and _dated_outside(frame)


def _dated_outside(frame: Told) -> bool:
    pairs = zip(frame.sentence.tokens, frame.sentence.owner, strict=True)
    return any(token.timex and not token.quoted for token, owner in pairs if owner == frame.index)


def _parted(frames: Sequence[Told]) -> Iterator[Told]:
    """One happening for each time that lies apart; of times within each other the narrowest."""
    kept: list[Told] = []
    for frame in sorted(frames, key=_width):
        if not any(_meet(frame, other) for other in kept[-8:]):
            kept.append(frame)
    yield from sorted(kept, key=lambda frame: frame.place)


def _interval(frame: Told) -> Interval:
    timex = frame.sentence.tokens[frame.place].timex
    return timex.when.interval if timex and timex.when.interval else Interval(None, None)


def _width(frame: Told) -> tuple[float, int]:
    interval = _interval(frame)
    if interval.start is None or interval.end is None:
        return float("inf"), frame.place
    return (interval.end - interval.start).total_seconds(), frame.place


def _meet(frame: Told, other: Told) -> bool:
    return _interval(frame).overlap(_interval(other)) is not None
