"""What a token allows. Each scope allows what those before it allow as well."""

from __future__ import annotations

from enum import IntEnum


class Scope(IntEnum):
    READ = 1
    SUBMIT = 2
    ADMIN = 3

    @property
    def word(self) -> str:
        return self.name.lower()


WORDS = tuple(scope.word for scope in Scope)


def scope(word: str) -> Scope:
    """Raises KeyError."""
    return Scope[word.upper()]
