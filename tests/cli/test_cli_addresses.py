"""Where `dateline up` listens, and what it says of it."""

import socket

import pytest

from cli.failures import CannotStart
from cli.running.address import Address, free_address


def test_a_free_port_is_found_and_a_taken_one_is_named() -> None:
    address = free_address("127.0.0.1", 0)
    assert free_address("127.0.0.1", address.port) == address
    with socket.create_server(("127.0.0.1", address.port)):
        with pytest.raises(CannotStart, match=rf"127\.0\.0\.1 port {address.port} is taken .*--port"):
            free_address("127.0.0.1", address.port)
        with pytest.raises(CannotStart, match="is taken"):
            free_address("0.0.0.0", address.port)


@pytest.mark.parametrize("host", ["no.such.host.invalid", "192.0.2.1", "a" * 300])
def test_a_host_that_is_not_here_is_refused(host: str) -> None:
    with pytest.raises(CannotStart):
        free_address(host, 0)


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:80"),
        ("0.0.0.0", "http://127.0.0.1:80"),
        ("::", "http://[::1]:80"),
        ("::1", "http://[::1]:80"),
    ],
)
def test_the_printed_address_is_one_that_can_be_opened(host: str, url: str) -> None:
    assert Address(host, 80).url == url
