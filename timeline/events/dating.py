"""Which time expressions of a sentence date a happening, and which of several in one clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.events.frames import told
from timeline.events.qualifying import qualifies
from timeline.events.sides import placed, told_side
from timeline.events.told import Side, Told
from timeline.interval import Interval
from timeline.model import Article
from timeline.syntax.clauses import Kind, Sentence
from timeline.syntax.lexicon import MARK, NAME, TIMEX, role
from timeline.syntax.verbs import Tense

_PREPOSITION = role("prepositions")
_SPANS, _REPLACED = role("spans"), role("replaced")
_ASKING = role("yes_no", "questions", "conditionals")
_YES_NO, _FULL_STOPS = role("yes_no", "conditionals"), frozenset('.!?…"”’»')
_FEWEST_WORDS = 5


def happenings(sentence: Sentence, article: Article) -> Iterator[Told]:
    """Every dated happening that the sentence tells, in its order."""
    candidates = [frame for frame in _frames(sentence, article) if _tells(frame, article)]
    dated = {frame.home for frame in candidates}
    free = [frame for frame in candidates if not _inside_dated_statement(frame, dated)]
    for index in dict.fromkeys(frame.home for frame in free):
        yield from _parted([frame for frame in free if frame.home == index])


def _frames(sentence: Sentence, article: Article) -> Iterator[Told]:
    tokens = sentence.tokens
    for place, timex in [(place, token.timex) for place, token in enumerate(tokens) if token.timex is not None]:
        if (interval := placed(timex)) is not None:
            before = tokens[place - 1].roles if place else 0
            yield told(sentence, place, timex, told_side(timex, interval, article, before))


def _tells(frame: Told, article: Article) -> bool:
    if frame.beside(-1, _SPANS | _REPLACED) or qualifies(frame):
        return False
    if frame.group is None and frame.clause.kind is not Kind.CONDITIONAL:
        return _whole_sentence(frame, article)
    return not (frame.sentence.roles & _ASKING and _open_question(frame))


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
    for index in (frame.home, *frame.sentence.above(frame.home)):
        clause = frame.sentence.clauses[index]
        if clause.kind is Kind.QUESTION:
            factual = frame.group is not None and frame.group.tense in (Tense.PAST, Tense.PERFECT)
            asked = frame.sentence.tokens[clause.first].roles & _YES_NO
            about = clause.first > 0 and frame.sentence.tokens[clause.first - 1].roles & _PREPOSITION
            return bool(asked or about) or not factual or frame.side is Side.FUTURE
    return False


def _inside_dated_statement(frame: Told, dated: set[int]) -> bool:
    """Words said at a time that is given are told as that statement, except what it reports directly."""
    sentence, child = frame.sentence, frame.home
    for index in sentence.above(frame.home):
        if index in dated and sentence.clauses[index].reports:
            direct = child == frame.home and frame.clause.kind is Kind.CONTENT
            return not direct or sentence.tokens[frame.place].quoted
        child = index
    own = sentence.tokens[frame.place].quoted and not frame.clause.quoted
    return own and frame.clause.reports and frame.home in dated and _dated_outside(frame)


def _dated_outside(frame: Told) -> bool:
    pairs = zip(frame.sentence.tokens, frame.sentence.owner, strict=True)
    return any(token.timex and not token.quoted for token, owner in pairs if owner == frame.home)


def _parted(frames: Sequence[Told]) -> Iterator[Told]:
    """One happening for each time that lies apart; of times within each other the narrowest."""
    if len(frames) == 1:
        yield frames[0]
        return
    kept: list[Told] = []
    for frame in sorted(frames, key=_width):
        if not any(_meet(frame, other) for other in kept[-8:]):
            kept.append(frame)
    yield from sorted(kept, key=lambda frame: frame.place)


def _interval(frame: Told) -> Interval:
    return frame.when.interval or Interval(None, None)


def _width(frame: Told) -> tuple[float, int]:
    interval = _interval(frame)
    if interval.start is None or interval.end is None:
        return float("inf"), frame.place
    return (interval.end - interval.start).total_seconds(), frame.place


def _meet(frame: Told, other: Told) -> bool:
    return _interval(frame).overlap(_interval(other)) is not None
