"""An answer that may be given again, and what tells whether it may."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from werkzeug.http import parse_etags, remove_entity_headers

from api.compression import LEAST, compressed
from api.keeping.conditions import Validators
from api.keeping.editions import Told
from timeline.store import Editions

Headers = tuple[tuple[str, str], ...]
_OF_ITS_EDITION = ("ETag", "Last-Modified", "Content-Length", "Link")
_OF_ITS_TIME = ("Date", "X-Request-ID")


class Made(NamedTuple):
    """A document as it is now, and its header Link (RFC 8288)."""

    body: bytes
    link: str | None = None


class Right(NamedTuple):
    """An answer is right as long as ``edition`` of what the store has finds what was ``told``; it goes by
    ``validators`` of that, and is counted under ``route``."""

    edition: Callable[[Editions], Told | None]
    told: Told
    validators: Callable[[Told], Validators]
    route: str


class Sent(NamedTuple):
    status: str
    headers: list[tuple[str, str]]
    body: bytes | None


class Answer(NamedTuple):
    """``known`` is its body, ``None`` where only that a client has it was ever answered. ``lasting`` are the headers
    that it has in every edition, ``own`` those of this one; ``again`` makes its document anew."""

    right: Right
    validators: Validators
    known: bytes | None
    lasting: Headers
    own: Headers
    again: Callable[[], Made] | None = None

    @property
    def body(self) -> bytes:
        return self.known or b""

    def sent(self, tags: str | None) -> Sent | None:
        """What a client gets that has what these tags stand for (RFC 9110, 13.1.2); ``None``: it is not known."""
        if tags and (tag := self.validators.known(parse_etags(tags))):
            headers = [*self.lasting, ("ETag", f'"{tag}"')]
            remove_entity_headers(headers)
            return Sent("304 NOT MODIFIED", headers, None)
        if self.known is None:
            return None
        return Sent("200 OK", [*self.lasting, *self.own, *self.validators.dated()], self.known)

    def moved(self, told: Told) -> Answer | None:
        """The same answer in another edition; ``None`` where only the application can tell it."""
        if self.again is None or self.known is None:
            return None
        made, encoding = self.again(), dict(self.lasting).get("Content-Encoding")
        if len(made.body) < LEAST:
            return None
        found = self.right.validators(told)
        body = compressed(made.body, encoding) if encoding else made.body
        own = [("ETag", f'"{found.encoded(encoding)}"'), ("Content-Length", str(len(body)))]
        link = [("Link", made.link)] if made.link else []
        return self._replace(right=self.right._replace(told=told), validators=found, known=body, own=(*own, *link))


def answer(
    right: Right, again: Callable[[], Made] | None, headers: Iterable[tuple[str, str]], body: bytes | None
) -> Answer:
    """As the application gave it."""
    given = [each for each in headers if each[0] not in _OF_ITS_TIME]
    own = tuple(each for each in given if each[0] in _OF_ITS_EDITION and each[0] != "Last-Modified")
    lasting = tuple(each for each in given if each[0] not in _OF_ITS_EDITION)
    return Answer(right, right.validators(right.told), body, lasting, own, again)
