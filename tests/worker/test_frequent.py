"""Lines that are written often are those that logging would write."""

from __future__ import annotations

import io
import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.contextvars import bind_contextvars, clear_contextvars

from worker.frequent import Frequent
from worker.logs import configure, fields

LOG = logging.getLogger("dateline.tests.frequent")
NAMES = ("method", "route", "status", "ms")
OFTEN = Frequent(LOG, "Request answered", *NAMES)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
SET = ("_srcfile", "logThreads", "logProcesses", "logMultiprocessing")
"""What `configure` has logging leave out."""
words = st.text(st.characters(exclude_categories=["Cs"]))
values = st.tuples(words, words, st.integers(), st.floats(allow_nan=False, allow_infinity=False))


class Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def written(form: str) -> Iterator[io.StringIO]:
    """What this process logs, as one of the programs does."""
    stream, known = io.StringIO(), {name: getattr(logging, name) for name in SET}
    handlers, level, errors = logging.root.handlers[:], logging.root.level, sys.__stderr__
    logging.root.handlers.clear()
    sys.__stderr__ = stream  # type: ignore[misc, assignment]
    try:
        configure(form)
        yield stream
    finally:
        sys.__stderr__ = errors  # type: ignore[misc]
        logging.root.handlers[:] = handlers
        logging.root.setLevel(level)
        for name, value in known.items():
            setattr(logging, name, value)


def taken(stream: io.StringIO) -> str:
    """What is new, but for what threads that other tests have left behind log meanwhile."""
    lines = stream.getvalue().split("\n")
    stream.seek(0)
    stream.truncate()
    return "\n".join(line for line in lines if LOG.name in line)


@pytest.mark.parametrize("form", ["json", "text"])
@given(told=st.lists(values, max_size=5))
def test_a_line_is_the_same_but_for_its_moment(form: str, told: list[tuple[str, str, int, float]]) -> None:
    with written(form) as stream:
        for said in told:
            OFTEN.tell("request-1", *said)
            quick = taken(stream)
            clear_contextvars()
            bind_contextvars(request="request-1")
            LOG.info("Request answered", extra=fields(**dict(zip(NAMES, said, strict=True))))
            usual = taken(stream)
            assert len(_TIME.findall(quick)) == 1
            assert _TIME.sub("now", quick) == _TIME.sub("now", usual)


def test_a_line_goes_where_logging_leads() -> None:
    """To a second handler as well, and nowhere below the level that is wanted."""
    said, other = ("GET", "/timelines/<slug>", 200, 0.1), Heard()
    with written("text") as stream:
        OFTEN.tell("request-1", *said)
        assert taken(stream).count("request=request-1") == 1
        logging.root.addHandler(other)
        OFTEN.tell("request-2", *said)
        assert taken(stream).count("request=request-2") == 1
        logging.root.setLevel(logging.WARNING)
        OFTEN.tell("request-3", *said)
        assert taken(stream) == ""
    assert [vars(record)["fields"] for record in other.records] == [dict(zip(NAMES, said, strict=True))]
