"""Addresses of many things that differ in their id alone."""

from __future__ import annotations

from collections.abc import Callable

from flask import url_for


def addresses(endpoint: str, *, external: bool = True, **known: str) -> Callable[[str], str]:
    """The address by the id. Ids of the store stand in addresses as they are; other ones need a request."""

    def address(id: str) -> str:  # noqa: A002
        return url_for(endpoint, **known, id=id, _external=external)

    room = address("0")[:-1]
    return lambda id: room + id if id.isalnum() and id.isascii() else address(id)  # noqa: A006
