"""A list in JSON, sent while it is being made."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextvars import copy_context
from queue import SimpleQueue
from threading import Thread

from flask import Response, copy_current_request_context

from api.problems import Json, problem_json
from api.replies import JSON
from timeline.formats.text import json_bytes

log = logging.getLogger(__name__)


class _End:
    """Ends the list; ``fault`` is what ended it early."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault


def streamed(answers: Iterable[Json], status: int = 202) -> Response:
    """Raises what is raised before the first answer; what is raised later is the last one, as a problem.

    The answers are made in a thread of their own, so that a client which reads none before it has sent everything
    does not stop what is reading its request.
    """
    made: SimpleQueue[Json | _End] = SimpleQueue()

    @copy_current_request_context
    def make() -> None:
        try:
            for answer in answers:
                made.put(answer)
        except Exception as fault:
            made.put(_End(fault))
        else:
            made.put(_End())

    Thread(target=copy_context().run, args=(make,), daemon=True).start()
    first = made.get()
    if isinstance(first, _End) and first.fault:
        raise first.fault
    return Response(_parts(first, made), status, mimetype=JSON)


def _parts(answer: Json | _End, made: SimpleQueue[Json | _End]) -> Iterator[bytes]:
    before = b"["
    while not isinstance(answer, _End):
        yield before + json_bytes(answer).rstrip()
        before, answer = b",\n", made.get()
    if answer.fault:
        log.error("An answer ended early", exc_info=answer.fault)
        yield before + json_bytes({"line": 0, "error": problem_json(answer.fault)}).rstrip()
    yield b"]\n"
