"""Tokens as their owners hold them, and as the store does.

A token is ``dateline_ID_SECRET``. Its secret has 256 random bits: a plain SHA-256 of it can neither be turned
back nor found by trying, which for the passwords people choose would take a slow hash.
"""

from __future__ import annotations

import hmac
import re
import secrets
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from api.access.scopes import Scope, scope

if TYPE_CHECKING:
    from timeline.store import Token, Tokens

_FORM = re.compile(r"dateline_([0-9a-f]{12})_([\w-]{43})", re.ASCII)
_NOBODY = sha256(secrets.token_bytes()).digest()


def issued(name: str, allowed: Scope, now: datetime) -> tuple[Token, str]:
    """A new token for the store, and the words that its owner is shown once."""
    from timeline.store import Token

    id_, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    token = Token(id=id_, name=name, scope=allowed.word, digest=_digest(secret), made=now)
    return token, f"dateline_{id_}_{secret}"


def own() -> tuple[str, str]:
    """A token that no store keeps, for who starts the API, and the digest of it that the API is told."""
    words = secrets.token_urlsafe(32)
    return words, _digest(words).hex()


def allowed(tokens: Tokens, words: str, starter: str = "") -> tuple[str, Scope] | None:
    """Id and scope of the token that these words are, ``None`` unless it is good. Raises Unavailable.

    ``starter`` is the digest of the token of who started the API. An unknown id takes the comparison of a known
    one, and every comparison the same time.
    """
    if starter and hmac.compare_digest(_digest(words).hex(), starter):
        return "starter", Scope.SUBMIT
    form = _FORM.fullmatch(words)
    if form is None:
        return None
    token = tokens.find(form[1])
    same = hmac.compare_digest(_digest(form[2]), token.digest if token else _NOBODY)
    if token is None or not same or token.revoked is not None:
        return None
    return token.id, scope(token.scope)


def _digest(secret: str) -> bytes:
    return sha256(secret.encode("utf-8", "replace")).digest()
