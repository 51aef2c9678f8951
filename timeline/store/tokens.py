"""Tokens in their table."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime

from sqlalchemy import Row, insert, or_, select, update

from timeline.store import engine
from timeline.store.columns import clean, microseconds, moment, storable
from timeline.store.rights import Token
from timeline.store.schema import tokens
from timeline.store.transactions import Transaction, Transactions


class StoredTokens:
    """See `timeline.store.Tokens` for what its methods promise."""

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading, self._writing = reading, writing

    def add(self, token: Token) -> None:
        row = {
            "id": token.id,
            "name": clean(token.name),
            "scope": token.scope,
            "digest": token.digest,
            "made": microseconds(token.made),
        }
        with self._writing() as connection:
            connection.execute(insert(tokens), row)

    def find(self, token: str, /) -> Token | None:
        if not storable(token):
            return None
        with self._reading() as connection:
            row = connection.execute(select(tokens).where(tokens.c.id == token)).one_or_none()
        return None if row is None else _token(row)

    def any(self) -> bool:
        with self._reading() as connection:
            return connection.execute(select(tokens.c.id).limit(1)).first() is not None

    def all(self) -> tuple[Token, ...]:
        with self._reading() as connection:
            return tuple(map(_token, connection.execute(select(tokens).order_by(tokens.c.made, tokens.c.id))))

    def revoke(self, which: str, at: datetime) -> int:
        if not storable(which):
            return 0
        good = or_(tokens.c.id == which, tokens.c.name == which) & tokens.c.revoked.is_(None)
        with self._writing() as connection:
            return connection.execute(update(tokens).where(good).values(revoked=microseconds(at))).rowcount


def any_token(url: str) -> bool:
    with closing(Transactions(engine.address(url))) as begun:
        return StoredTokens(begun.reading, begun.writing).any()


def _token(row: Row[tuple[object, ...]]) -> Token:
    return Token(
        id=row.id,
        name=row.name,
        scope=row.scope,
        digest=row.digest,
        made=moment(row.made),
        revoked=None if row.revoked is None else moment(row.revoked),
    )
