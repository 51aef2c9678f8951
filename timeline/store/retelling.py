"""What an article's events change in a topic: the reports that come and go, and the happenings these touch.

Only what hangs together with a report that came, went or got another lead is read and looked at again. Nothing of this
depends on what came first, except numbers that nobody sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from timeline.store import filing, reports
from timeline.store.alterations import note, standing
from timeline.store.columns import clean
from timeline.store.groups import Group, reshaped, standing_groups
from timeline.store.kept import Kept
from timeline.store.settling import Settling
from timeline.store.standing import fall, stand
from timeline.store.told import Told, read
from timeline.store.weights import recount

T = TypeVar("T")
Pair = tuple[Sequence[T], Sequence[T]]


@dataclass(frozen=True, slots=True)
class Tellings:
    """What becomes of the tellings that an article touches. A ``left`` one is ``fresh`` again under another lead.

    ``unsaid`` are those that others go on telling as before; ``copied`` ones stay, printed by one more or one less.
    """

    fresh: Sequence[Kept]
    left: Mapping[int, Kept]
    flipped: Mapping[int, Kept]
    unsaid: Sequence[Kept]
    copied: Sequence[Kept]


def retell(connection: Connection, topic: int, gone: Sequence[Told], come: Sequence[Told], now: datetime) -> int:
    """Bring a topic up to date; returns how many more happenings it has now (less than 0: fewer)."""
    filing.untell(connection, topic, [one.teller for one in gone])
    filing.tell(connection, topic, [one.teller for one in come])
    change = _tellings(connection, topic, gone, come)
    before, new = _settled(connection, topic, change)
    falling, rising = _others(before, new, change)
    note(connection, topic, _lost(connection, topic, (falling, rising), (gone, come)), now)
    fall(connection, topic, falling)
    stand(connection, topic, rising, {one.key: one for one in come})
    after = {one.telling: one for group in new for one in group.reports}
    recount(connection, topic, [after.get(one.telling, one) for one in change.copied])
    said = {one.trace.telling for one in come}
    elsewhere = {group.home for group in rising if not group.has(said)} | {one.home for one in change.unsaid}
    note(connection, topic, standing(connection, topic, elsewhere.union(reshaped(falling, rising))), now)
    return len(new) - len(before)


def regroup(connection: Connection, topic: int, tellings: Iterable[int]) -> int:
    """As `retell`, where nothing comes and goes but these may be other happenings now."""
    kept = {one.telling: one for one in reports.told(connection, topic, tellings)}
    change = Tellings((), {}, kept, (), ())
    before, new = _settled(connection, topic, change)
    falling, rising = _others(before, new, change)
    fall(connection, topic, falling)
    stand(connection, topic, rising, {})
    return len(new) - len(before)


def _settled(connection: Connection, topic: int, change: Tellings) -> Pair[Group]:
    """The happenings that are touched, before and now, the latter with their reports as they are kept now."""
    touched = {one.home for one in (*change.left.values(), *change.flipped.values())}
    were = {one.telling: one for one in reports.at_home(connection, topic, touched)} if touched else {}
    stayed = [change.flipped.get(telling, one) for telling, one in were.items() if telling not in change.left]
    settling = Settling(connection, topic, [*change.fresh, *stayed], change.left)
    fresh = {one.telling for one in change.fresh}
    old = {telling: one for telling, one in settling.inside.items() if telling not in fresh} | were
    after = [one for group in settling.groups for one in group.reports]
    filing.drop(connection, topic, change.left.values())
    filing.add(connection, topic, [one for one in after if one.telling in fresh])
    filing.move(connection, topic, [one for one in after if one.telling not in fresh and one != old[one.telling]])
    return standing_groups(old.values()), settling.groups


def _others(before: Sequence[Group], new: Sequence[Group], change: Tellings) -> Pair[Group]:
    """Those that stand no more, and those that did not stand so before."""
    if not before:
        return before, new
    fresh = {one.telling for one in change.fresh}
    kept = {group.alike for group in before if not group.has(change.left)} & {
        group.alike for group in new if not group.has(fresh)
    }
    return [group for group in before if group.alike not in kept], [group for group in new if group.alike not in kept]


def _lost(connection: Connection, topic: int, groups: Pair[Group], told: Pair[Told]) -> dict[int, str]:
    """By their homes, the events that stand no more, before they fall. A new version has the homes of the last one."""
    falling, rising = ({group.home for group in some} for some in groups)
    before, now = ({one.key: clean(one.event.id) for one in some} for some in told)
    own = {home: before[home] for home in falling & before.keys()}
    lost = {home: event for home, event in own.items() if home not in rising or now.get(home) != event}
    return lost | standing(connection, topic, falling - rising - before.keys())


def _tellings(connection: Connection, topic: int, gone: Sequence[Told], come: Sequence[Told]) -> Tellings:
    given = {one.trace.telling for each in (gone, come) for one in each}
    known = {one.telling: one for one in reports.told(connection, topic, given)}
    alone = not known and len(given) == len(come)
    leads = {one.trace.telling: (one.key, False) for one in come} if alone else reports.leads(connection, topic, given)
    rewritten = {one.key for one in gone}
    left = {
        telling: one
        for telling, one in known.items()
        if one.lead in rewritten or leads.get(telling, (0, False))[0] != one.lead
    }
    fresh = {telling: lead for telling, lead in leads.items() if telling not in known or telling in left}
    flipped = {
        telling: one._replace(copied=leads[telling][1])
        for telling, one in known.items()
        if telling not in left and leads[telling][1] != one.copied
    }
    said = {one.trace.telling for one in come} | left.keys() | flipped.keys()
    unsaid = [one for telling, one in known.items() if telling not in said]
    copied = [one for telling, one in known.items() if telling not in left and (one.copied or telling in flipped)]
    return Tellings(_fresh(connection, fresh, come), left, flipped, unsaid, copied)


def _fresh(connection: Connection, leads: Mapping[int, tuple[int, bool]], come: Sequence[Told]) -> list[Kept]:
    """Reports that are new, and those whose first teller is another one now."""
    known = {one.key: one for one in come}
    missing = [lead for lead, _ in leads.values() if lead not in known]
    if missing:
        known |= {key: read(connection, key, one) for key, one in reports.records(connection, missing).items()}
    found = [(known[lead], copied) for lead, copied in leads.values()]
    return [Kept(one.trace, one.key, copied, ready=one.ready and one.ready.filed) for one, copied in found]
