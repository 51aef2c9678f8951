"""Logs for people or for programs: readable lines, or one JSON object a line (``DATELINE_LOG``).

What a line is about is bound where it is known (`structlog.contextvars`) and stands in every line after that:
``request`` and ``article``. Bodies and tokens are bound nowhere.
"""

from __future__ import annotations

import logging
import re
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

_PARTED = re.compile(r"""[\s="']""")
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
    made = _Handler(sys.__stderr__)
    made.setFormatter(_formatter(form))
    root.addHandler(made)
    root.setLevel(logging.INFO)


class _Handler(logging.StreamHandler):  # type: ignore[type-arg]
    """Told from handlers of others."""


def _formatter(form: str) -> logging.Formatter:
    before: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _with_fields,
    ]
    shown: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    shown += [
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(default=str) if form == "json" else _readable,
    ]
    return structlog.stdlib.ProcessorFormatter(foreign_pre_chain=before, processors=shown)


def _with_fields(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
    """Nothing else of ``extra``: Celery puts the article there."""
    record: logging.LogRecord = line["_record"]
    return {**line, **getattr(record, "fields", {})}


def _readable(_: WrappedLogger, __: str, line: EventDict) -> str:
    """As structlog's own renderer writes it, which takes longer than answering a request may."""
    event, failure = line.pop("event"), line.pop("exception", None)
    begin = f"{line.pop('timestamp')} [{line.pop('level'):<9}] {event} [{line.pop('logger')}]"
    told = " ".join([begin, *(f"{name}={_shown(line[name])}" for name in sorted(line))])
    return f"{told}\n{failure}" if failure else told


def _shown(value: object) -> str:
    return value if isinstance(value, str) and not _PARTED.search(value) else repr(value)
