"""Bodies as they come over the wire."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from processes import HANGING
from programs import Server

pytestmark = pytest.mark.system
LIMIT = 2 * 2**20
HEAD = "POST /api/v1/articles?published=2024-03-05 HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"


@pytest.fixture
def wire(server: Server) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", server.port), timeout=HANGING) as connection:
        yield connection


def status(wire: socket.socket) -> int:
    return int(wire.makefile("rb").readline().split()[1])


def test_a_body_that_announces_too_many_bytes_is_refused_before_they_are_sent(wire: socket.socket) -> None:
    wire.sendall(f"{HEAD}Content-Length: {LIMIT + 1}\r\n\r\nonly the beginning".encode())
    assert status(wire) == 413


def test_a_body_of_unannounced_length_is_refused_once_it_is_too_long(wire: socket.socket) -> None:
    """It never ends: only a server that does not wait for the end can answer."""
    wire.sendall(f"{HEAD}Transfer-Encoding: chunked\r\n\r\n".encode())
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    for _ in range(LIMIT // 65536 + 2):
        wire.sendall(chunk)
    assert status(wire) == 413


def test_a_body_that_breaks_off_is_not_taken_for_an_article(wire: socket.socket) -> None:
    text = b"The harbour board met on 4 March 2024. " * 5000
    wire.sendall(f"{HEAD}Content-Length: {len(text) + 100}\r\n\r\n".encode() + text)
    wire.shutdown(socket.SHUT_WR)
    assert status(wire) == 400


def test_a_chunked_body_within_the_limit_is_taken(wire: socket.socket) -> None:
    wire.sendall(f"{HEAD}Transfer-Encoding: chunked\r\n\r\n".encode())
    for part in (b"The harbour board met ", b"on 4 March 2024."):
        wire.sendall(f"{len(part):x}\r\n".encode() + part + b"\r\n")
    wire.sendall(b"0\r\n\r\n")
    assert status(wire) == 202


def test_a_body_of_the_largest_size_is_taken(server: Server) -> None:
    text = ("The harbour board met on 4 March 2024. " * (LIMIT // 39 + 1))[:LIMIT]
    answer = server.call("POST", "/api/v1/articles?published=2024-03-05", text.encode(), "text/plain")
    assert answer.status == 202, answer


def test_a_client_that_asks_first_is_told_to_go_on(wire: socket.socket) -> None:
    wire.sendall(f"{HEAD}Content-Length: 38\r\nExpect: 100-continue\r\n\r\n".encode())
    assert status(wire) == 100
