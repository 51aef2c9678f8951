"""Logs for people or for programs: readable lines, or one JSON object a line (``DATELINE_LOG``).

What a line is about is bound where it is known (`structlog.contextvars`) and stands in every line after that:
``request`` and ``article``. Bodies and tokens are bound nowhere.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from structlog.contextvars import get_contextvars

Line = dict[str, Any]
_PARTED = re.compile(r"""[\s="']""")
_LEADING = {"timestamp", "level", "event", "logger", "exception"}
_OTHERS = ("_granian", "granian.access", "celery", "celery.task")
"""Loggers of libraries that may bring handlers of their own."""


def fields(**values: object) -> dict[str, dict[str, object]]:
    """``extra`` of a log call whose line is to have these fields."""
    return {"fields": values}


def configure(form: str) -> None:
    """Has this process log to its standard error in the form wanted. A second call changes nothing but the form."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, _Handler)]:
        root.removeHandler(handler)
    for name in _OTHERS:
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    made = _Handler(form)
    made.setFormatter(_Lines(form))
    root.addHandler(made)
    # Nothing of this stands in a line, and finding it out takes longer than writing the line.
    logging._srcfile = None
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    root.setLevel(logging.INFO)


def alone() -> _Handler | None:
    """That of this process, where what is logged goes to no other."""
    handlers = logging.root.handlers
    return handlers[0] if len(handlers) == 1 and isinstance(handlers[0], _Handler) else None


class _Handler(logging.StreamHandler):  # type: ignore[type-arg]
    """Told from handlers of others."""

    def __init__(self, form: str) -> None:
        super().__init__(sys.__stderr__)
        self.form = form

    def put(self, line: str) -> None:
        """Writes what would be the format of a record."""
        try:
            with self.lock:  # type: ignore[union-attr]
                self.stream.write(line + self.terminator)
                self.stream.flush()
        except (OSError, ValueError):
            self.handleError(logging.makeLogRecord({"msg": line}))


class _Lines(logging.Formatter):
    """As structlog's ``ProcessorFormatter``, which takes longer over a line than an answer may take."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self._shown = shape(form)

    def format(self, record: logging.LogRecord) -> str:
        """Nothing else of ``extra``: Celery puts the article there."""
        line: Line = {
            "event": record.getMessage(),
            **get_contextvars(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "timestamp": _timestamp(record.created),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return self._shown(line)


def shape(form: str) -> Callable[[Line], str]:
    return _json if form == "json" else _readable


@lru_cache(2)
def second(since: int) -> str:
    """A second since 1970, as lines tell it."""
    return datetime.fromtimestamp(since, UTC).replace(tzinfo=None).isoformat()


def _timestamp(created: float) -> str:
    return f"{datetime.fromtimestamp(created, UTC).isoformat(timespec='microseconds')[:-6]}Z"


def _json(line: Line) -> str:
    return json.dumps(line, default=str)


def _readable(line: Line) -> str:
    begin = f"{line['timestamp']} [{line['level']:<9}] {line['event']} [{line['logger']}]"
    told = " ".join([begin, *[f"{name}={shown(line[name])}" for name in sorted(line.keys() - _LEADING)]])
    return f"{told}\n{line['exception']}" if "exception" in line else told


def shown(value: object) -> str:
    return value if isinstance(value, str) and not _PARTED.search(value) else repr(value)
