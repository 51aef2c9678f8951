"""Texts as they are compared with others, and numbers that stand for them."""

from __future__ import annotations

import hashlib
from functools import lru_cache


@lru_cache(maxsize=256)
def sentence(quote: str) -> tuple[str, int]:
    """As it is compared, and its number: several events are told in one."""
    said = plain(quote)
    return said, number(said)


@lru_cache(maxsize=256)
def article(name: str) -> int:
    return number(name)


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@lru_cache(maxsize=65_536)
def word_number(word: str) -> int:
    """Below 2**32."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=4).digest(), "big")


def number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1
