"""Answers that are none of Dateline's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cli.client import Server
from cli.failures import Garbled


@contextmanager
def understood(server: Server) -> Iterator[None]:
    """Around what reads a server's answers: those of another program, or of another version, lack what is read."""
    try:
        yield
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise Garbled(
            f"What answers at {server.url} is no Dateline, or one of another version "
            f"({type(error).__name__}: {error}). Say where yours is with --server or DATELINE_SERVER."
        ) from error
