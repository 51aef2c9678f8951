"""Addresses of many events of one topic."""

from __future__ import annotations

from collections.abc import Callable

from flask import url_for


def addresses(endpoint: str, slug: str, *, external: bool = True) -> Callable[[str], str]:
    """The address of an event by its id. Ids of the store stand in addresses as they are."""

    def address(id: str) -> str:  # noqa: A002
        return url_for(endpoint, slug=slug, id=id, _external=external)

    room = address("0")[:-1]
    return lambda id: room + id if id.isalnum() and id.isascii() else address(id)  # noqa: A006
