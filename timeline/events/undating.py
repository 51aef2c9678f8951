"""Takes the time out of a line beside which it is shown."""

from __future__ import annotations

from timeline.events.told import Told
from timeline.syntax.clauses import Kind
from timeline.syntax.forms import BE
from timeline.syntax.lexicon import MARK, NUMBER, TIMEX, role

_SHORTEST, _GAPPED = 2, 3
_FILLING, _BOUNDING = role("filling"), role("bounding")
_DATELIKE, _PLANNED = role("datelike"), role("planning", "due", "moving", "since", "until")
_BEFORE_NOUN = role("determiners", "attributive", "possessives", "since", "until", "infinitive", "planning", "due")
_AFTER_NOUN = role("possessives", "attributive")
_PREPOSITIONS, _COORDINATORS = role("prepositions"), role("coordinators")
_JOINING = role("coordinators", "infinitive", "until")
_LIGHT, _AGAIN = role("adverbs", "datelike"), role("adverbs") & ~role("datelike")


def without_date(told: Told, places: list[int]) -> list[int]:
    """The date is shown beside the line, and "last week" means nothing there: it goes where grammar lets it."""
    start, end = _first_of_run(told, places), _last_of_run(told, places)
    if _stays(told, start, end):
        return places
    listed = told.sentence.roles & _COORDINATORS
    rest = [place for place in places if not start <= place <= end]
    if listed:
        other = _other(told, start, end)
        if other and not any(told.sentence.tokens[place].roles & _AGAIN for place in _near(told, other, start, end)):
            return [place for place in places if place not in other]
        own = _own(told, start, end)
        rest = [place for place in places if place in own or not (start <= place <= end or place in other)]
    fragment = told.clause.shares is not None or told.clause.kind in (Kind.RELATIVE, Kind.REDUCED)
    gapped = listed and _gapped(told, start)
    return rest if len(rest) >= _SHORTEST - fragment and not gapped else places


def _stays(told: Told, start: int, end: int) -> bool:
    """The sentence would not be one without it."""
    token, before = told.sentence.tokens[told.place], told.sentence.tokens[start - 1].roles if start else 0
    needed = before & _BEFORE_NOUN or _needed(told, start, end) or _then(told, end) & (_AFTER_NOUN | NUMBER)
    return bool(needed) or token.quoted or (start == told.place and _bare_subject(told, start))


def _bare_subject(told: Told, start: int) -> bool:
    """ "Monday was", "was Monday"."""
    return any(
        group.first == told.place + 1 or (group.last == start - 1 and group.roles & BE and group.first == group.last)
        for group in told.clause.groups
    )


def _near(told: Told, other: range, start: int, end: int) -> range:
    """What stands between two times of one verb."""
    return range(other.stop, start) if other and other.stop <= start else range(end + 1, other.stop)


def _own(told: Told, start: int, end: int) -> tuple[int, ...]:
    """Of "on Monday and Tuesday" the one, which tells two happenings apart."""
    dates = [place for place in range(start, end + 1) if told.sentence.tokens[place].roles & TIMEX]
    listed = any(told.sentence.tokens[place].roles & _COORDINATORS for place in range(dates[0], dates[-1]))
    if not listed:
        return ()
    lead = dates[0] - 1
    leads = lead >= start and told.sentence.tokens[lead].roles & _PREPOSITIONS
    return (lead, told.place) if leads else ()


def _other(told: Told, start: int, end: int) -> range:
    """ "on 24 March and again a day later": the other time of what happened twice."""
    tokens, before, after = told.sentence.tokens, start - 1, end + 2
    while before > 0 and tokens[before].roles & _LIGHT:
        before -= 1
    if before > 1 and tokens[before].roles & _COORDINATORS and tokens[before - 1].roles & TIMEX:
        first = before - 1
        while first > 0 and tokens[first - 1].roles & _DATELIKE:
            first -= 1
        return range(first, before + 1)
    if not _then(told, end) & _COORDINATORS:
        return range(0)
    while after < len(tokens) and tokens[after].roles & _LIGHT:
        after += 1
    if after >= len(tokens) or not tokens[after].roles & TIMEX:
        return range(0)
    done = after + 1 >= len(tokens) or tokens[after + 1].roles & (MARK | _PREPOSITIONS)
    return range(end + 1, after + 1) if done else range(0)


def _gapped(told: Told, start: int) -> bool:
    """ "The first came in June and the second in May": what has no verb needs its time."""
    tokens = told.sentence.tokens
    near = range(start - 1, max(0, start - 2 - _GAPPED), -1)
    join = next((place for place in near if tokens[place].roles & _COORDINATORS), None)
    if join is None or not tokens[join - 1].roles & TIMEX:
        return False
    between = range(join + 1, start)
    verbs = any(group.first in between for clause in told.sentence.clauses for group in clause.groups)
    return not verbs and not all(tokens[place].roles & _LIGHT for place in between)


def _needed(told: Told, start: int, end: int) -> bool:
    """ "the year ending 30 June", "as recently as April", "spent the summer in Rome"."""
    tokens = told.sentence.tokens
    one = tokens[start - 1] if start else None
    if one is None:
        return False
    governs = told.group is not None and start - 1 == told.group.last
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    needed = one.roles & _FILLING or (one.roles & _BOUNDING and not governs)
    return bool(needed) or (after is not None and after.word == one.word and one.word.isalpha())


def _first_of_run(told: Told, places: list[int]) -> int:
    """Goes back over "Monday and", and over words like "early in" that are part of the date, to one preposition."""
    tokens, start = told.sentence.tokens, told.place
    while start > 1 and tokens[start - 1].roles & _JOINING and tokens[start - 2].roles & TIMEX and start - 2 in places:
        start -= 2
    one = start - 1
    while start > 0 and tokens[start - 1].roles & _DATELIKE and not tokens[start - 1].roles & _PLANNED:
        if start - 1 < one and tokens[start - 1].roles & _PREPOSITIONS:
            break
        start -= 1
    return start


def _last_of_run(told: Told, places: list[int]) -> int:
    """Goes on over "and Tuesday", "to 6 January"."""
    tokens, end = told.sentence.tokens, told.place
    while end + 2 in places and tokens[end + 1].roles & _JOINING and tokens[end + 2].roles & TIMEX:
        end += 2
    return end


def _then(told: Told, place: int) -> int:
    """The roles of the token after ``place``."""
    return told.sentence.tokens[place + 1].roles if place + 1 < len(told.sentence.tokens) else 0
