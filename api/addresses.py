"""Addresses that are put together."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from flask import url_for
from werkzeug.datastructures import MultiDict


def addresses(endpoint: str, *, external: bool = True, **known: str) -> Callable[[str], str]:
    """The address by the id. Ids of the store stand in addresses as they are; other ones need a request."""

    def address(id: str) -> str:  # noqa: A002
        return url_for(endpoint, **known, id=id, _external=external)

    room = address("0")[:-1]
    return lambda id: room + id if id.isalnum() and id.isascii() else address(id)  # noqa: A006


def asking(url: str, given: MultiDict[str, str]) -> str:
    """The address with these parameters, which may have any names, those that `url_for` gives a meaning included."""
    return f"{url}?{urlencode([*given.items(multi=True)])}" if given else url
