"""The address that the API is going to listen on."""

from __future__ import annotations

import errno
import socket
from dataclasses import dataclass
from ipaddress import ip_address

from cli.failures import CannotStart

_REASONS = {
    errno.EADDRINUSE: "is taken by another program; stop that one, or give another port with --port",
    errno.EACCES: "needs more rights than you have; give a port above 1023 with --port",
    errno.EADDRNOTAVAIL: "is no address of this machine; give one with --host",
}
_ANY = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104


@dataclass(frozen=True, slots=True)
class Address:
    """``host`` is numeric."""

    host: str
    port: int

    @property
    def reachable_host(self) -> str:
        """Where a program on this machine finds it."""
        return _ANY.get(self.host, self.host)

    @property
    def loopback(self) -> bool:
        """Only programs on this machine reach it."""
        return ip_address(self.host).is_loopback

    @property
    def url(self) -> str:
        """Without a slash at the end."""
        host = self.reachable_host
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"


def free_address(host: str, port: int) -> Address:
    """The address, looked up and found free; port 0 is any free one. Raises CannotStart."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (socket.gaierror, UnicodeError) as error:
        raise CannotStart(f"There is no host {host!r} to listen on: {error}.") from error
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
            probe.listen()
        except OSError as error:
            reason = _REASONS.get(error.errno or 0, f"cannot be listened on: {error.strerror}")
            raise CannotStart(f"{host} port {port} {reason}.") from error
        bound = probe.getsockname()
    return Address(str(bound[0]), int(bound[1]))
