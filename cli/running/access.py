"""Who may write to what is being started."""

from __future__ import annotations

from collections.abc import Mapping

from cli.failures import CannotStart
from cli.running.address import Address


def who_writes(url: str, address: Address, environ: Mapping[str, str]) -> str:
    """The rule in words, for the store at ``url``. Raises CannotStart where it would be: anybody."""
    from timeline import store

    try:
        made = store.has_tokens(url)
    except store.Unavailable as error:
        raise CannotStart(f"The store cannot be used: {error} See DATABASE_URL and --data.") from error
    if not made and not address.loopback:
        raise CannotStart(
            f"Other machines can reach {address.host}, and no token has been made. Make one with `dateline tokens "
            "make NAME`, with the same --data or DATABASE_URL, or listen on 127.0.0.1."
        )
    if made or environ.get("DATELINE_WRITING") == "token":
        return "to write takes a token: `dateline tokens make NAME` makes one"
    return "every program on this machine may write, until `dateline tokens make NAME` makes a token"
