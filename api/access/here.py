"""Requests of programs on this machine, told from those that a proxy or a web page passes on."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from flask import Request

PASSED_ON = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via")
_OWN_SITES = (None, "none", "same-origin")


def from_this_machine(request: Request) -> bool:
    """A page in this machine's browser is not this machine: neither one of another site, nor one of a name that was
    made to point here (DNS rebinding)."""
    return (
        loopback(request.remote_addr or "")
        and not any(name in request.headers for name in PASSED_ON)
        and _named_here(request.host)
        and request.headers.get("Sec-Fetch-Site") in _OWN_SITES
        and request.headers.get("Origin") in (None, request.host_url.rstrip("/"))
    )


def _named_here(host: str) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    return name == "localhost" or loopback(name)


@lru_cache(1024)
def loopback(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return (mapped or found).is_loopback
