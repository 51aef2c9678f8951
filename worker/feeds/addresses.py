"""Which addresses of the network a feed may be fetched from."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from worker.settings import Network

Address = IPv4Address | IPv6Address
_PROTOCOLS = ip_network("192.0.0.0/24")  # global to some versions of Python, and a cloud keeps its secrets there
_NAT64 = ip_network("64:ff9b::/96")
_LOCAL_NAT64 = ip_network("64:ff9b:1::/48")


class Forbidden(Exception):
    """An address that is not to be reached; the message is for the operator."""


def resolved(host: str, port: int, allowed: Sequence[Network]) -> list[Address]:
    """Those of the host's addresses that may be reached, in the resolver's order. Raises Forbidden and OSError.

    To be connected to as they are: asked once more, a name may lead elsewhere.
    """
    found = [ip_address(str(info[4][0]).partition("%")[0]) for info in _infos(host, port)]
    open_ = [address for address in dict.fromkeys(found) if reachable(address, allowed)]
    if not open_:
        shown = ", ".join(map(str, dict.fromkeys(found)))
        raise Forbidden(f"{host} is at {shown}, an address that DATELINE_FEEDS_ALLOW does not allow.")
    return open_


def _infos(host: str, port: int) -> list[tuple[object, object, object, str, tuple[object, ...]]]:
    try:
        return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)  # type: ignore[return-value]
    except UnicodeError as fault:
        raise OSError(f"{host!r} is no host name") from fault


def reachable(address: Address, allowed: Sequence[Network]) -> bool:
    """Whether it is a public one, or in an allowed network; so must be what it stands for."""
    return all(_public(one) or any(one in network for network in allowed) for one in _meant(address))


def _public(address: Address) -> bool:
    return address.is_global and not address.is_multicast and address not in _PROTOCOLS


def _meant(address: Address) -> Iterator[Address]:
    """The address, or the IPv4 addresses that an IPv6 one leads to."""
    if isinstance(address, IPv4Address):
        yield address
        return
    teredo = address.teredo or ()
    embedded = [one for one in (address.ipv4_mapped, address.sixtofour, *teredo) if one is not None]
    if address in _NAT64 or address in _LOCAL_NAT64 or int(address) >> 32 == 0:
        embedded.append(IPv4Address(int(address) & 0xFFFF_FFFF))
    yield from embedded or [address]
