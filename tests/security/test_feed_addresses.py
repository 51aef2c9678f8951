"""Feeds reach public addresses only, whatever names, notations and redirects lead to."""

from __future__ import annotations

import socket
import threading
from ipaddress import ip_address, ip_network

import pytest

from worker.feeds.addresses import Forbidden, reachable, resolved
from worker.feeds.fetching import Faulty, fetch
from worker.settings import InvalidSetting, settings

PRIVATE = (
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "100.100.100.200", "192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1",
    "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "2002:7f00:1::", "2002:a9fe:a9fe::1",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1", "2001:0:7f00:1::",
)  # fmt: skip
PUBLIC = ("9.9.9.9", "2606:4700::1111", "::ffff:9.9.9.9", "64:ff9b::909:909")


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_not_reached_in_any_notation(address: str) -> None:
    assert not reachable(ip_address(address), ())


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is(address: str) -> None:
    assert reachable(ip_address(address), ())


def test_the_operator_allows_networks() -> None:
    allowed = settings({"DATELINE_FEEDS_ALLOW": "127.0.0.0/8, fd00:1::/32"}).feeds_allow
    assert [reachable(ip_address(one), allowed) for one in ("127.0.0.1", "::ffff:127.0.0.1", "fd00:1::9")] == [True] * 3
    assert [reachable(ip_address(one), allowed) for one in ("10.0.0.1", "::1", "fd00:2::9")] == [False] * 3
    with pytest.raises(InvalidSetting, match="DATELINE_FEEDS_ALLOW"):
        settings({"DATELINE_FEEDS_ALLOW": "localhost"})


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "0x7f000001", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0"]
)
def test_no_notation_of_this_machine_is_connected_to(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        with pytest.raises(Faulty):
            fetch(f"http://{host}:{listener.getsockname()[1]}/feed", {}, ())
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_a_name_is_asked_for_once_and_its_answer_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads elsewhere the second time (DNS rebinding) is never asked a second time."""
    answers = iter(["9.9.9.9", "127.0.0.1"])
    reached: list[object] = []

    def names(host: str, port: int, **_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connects(address: object, **_: object) -> socket.socket:
        reached.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", names)
    monkeypatch.setattr(socket, "create_connection", connects)
    with pytest.raises(Faulty):
        fetch("http://rebinding.example/feed", {}, ())
    assert reached == [("9.9.9.9", 80)]


def test_of_several_addresses_only_the_public_ones_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(2, 1, 6, "", (one, 80)) for one in ("10.0.0.1", "9.9.9.9")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    assert resolved("both.example", 80, ()) == [ip_address("9.9.9.9")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both[:1])
    with pytest.raises(Forbidden, match=r"10\.0\.0\.1"):
        resolved("inside.example", 80, ())


def test_a_redirect_leads_to_no_private_address() -> None:
    """The first server is allowed, the one it sends to is not."""
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_server(("127.0.0.2", 0)) as inner:
        inner.setblocking(False)
        there = f"http://127.0.0.2:{inner.getsockname()[1]}/secret"

        def serve() -> None:
            connection, _ = listener.accept()
            connection.recv(10_000)
            connection.sendall(f"HTTP/1.1 302 Found\r\nLocation: {there}\r\nContent-Length: 0\r\n\r\n".encode())
            connection.close()

        thread = threading.Thread(target=serve)
        thread.start()
        with pytest.raises(Faulty, match=r"127\.0\.0\.2"):
            fetch(f"http://127.0.0.1:{listener.getsockname()[1]}/", {}, (ip_network("127.0.0.1/32"),))
        thread.join(10)
        with pytest.raises(BlockingIOError):
            inner.accept()
