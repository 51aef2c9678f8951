"""Rights to use the API: one record in, and what can be asked about those there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """Somebody's right to use the API: ``digest`` is of its secret, which is kept nowhere."""

    id: str
    name: str
    scope: str
    digest: bytes
    made: datetime
    revoked: datetime | None = None


class Tokens(Protocol):
    """The tokens ever made. Every method raises `Unavailable` as the store's do."""

    def add(self, token: Token) -> None: ...

    def find(self, token: str, /) -> Token | None:
        """The token with this id, revoked or not."""

    def any(self) -> bool:
        """Whether one was ever made."""

    def all(self) -> tuple[Token, ...]:
        """The oldest first, revoked ones included."""

    def revoke(self, which: str, at: datetime) -> int:
        """How many tokens with this id or name were good until now."""
