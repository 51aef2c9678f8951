"""How much a topic's happenings weigh, as far as others have a say: by the number of articles that tell them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Select, bindparam, distinct, func, select, update

from timeline.chronology.importance import whole
from timeline.store.chronologies import places, tellers, tellings
from timeline.store.kept import Kept
from timeline.store.lists import among, numbers
from timeline.store.schema import MOST_EVENTS, topics
from timeline.store.statements import Statement


def title(connection: Connection, topic: int) -> str:
    ((found,),) = _TITLE.rows(connection, {"topic": topic})
    return str(found)


def articles(connection: Connection, topic: int, homes: Iterable[int]) -> dict[int, int]:
    """By home, how many articles tell what happened, copies included."""
    given = numbers(homes, connection.dialect.name)
    return dict(_ARTICLES.rows(connection, {"topic": topic, "given": given}))


def recount(connection: Connection, topic: int, copied: Sequence[Kept]) -> None:
    """Bring the happenings of these reports up to date, of which another article prints one, or one less."""
    if not copied:
        return
    homes = {one.home for one in copied}
    told = articles(connection, topic, homes)
    rows = _WEIGHTS.rows(connection, {"topic": topic, "given": numbers(homes, connection.dialect.name)})
    found = [(home, before, whole(weight, told[home])) for home, weight, before in rows]
    _OUTWEIGH.run(connection, [{"of": topic, "at": home, "now": now} for home, before, now in found if before != now])


# The outer join, and what is added to a topic below, keep SQLite from looking through a whole topic for a few keys.


def _articles(dialect: str) -> Select[tuple[int, int]]:
    same = (tellers.c.topic == tellings.c.topic) & (tellers.c.telling == tellings.c.telling)
    return (
        select(tellings.c.home, func.count(distinct(tellers.c.key // MOST_EVENTS)))
        .outerjoin(tellers, same)
        .where(tellings.c.topic + 0 == bindparam("topic"), among(tellings.c.home, "given", dialect))
        .group_by(tellings.c.home)
    )


def _weights(dialect: str) -> Select[tuple[int, float, float]]:
    here = places.c.topic + 0 == bindparam("topic"), among(places.c.key, "given", dialect)
    return select(places.c.key, places.c.weight, places.c.importance).where(*here)


_TITLE = Statement(select(topics.c.title).where(topics.c.key == bindparam("topic")))
_ARTICLES, _WEIGHTS = Statement(_articles), Statement(_weights)
_OUTWEIGH = Statement(
    update(places)
    .where(places.c.topic == bindparam("of"), places.c.key == bindparam("at"))
    .values(importance=bindparam("now"))
)
