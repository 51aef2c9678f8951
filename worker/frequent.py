"""Lines of the log that are written often: ready but for their values, as finding out the rest takes longest."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from functools import lru_cache

from structlog.contextvars import bind_contextvars, clear_contextvars

from worker.logs import alone, fields, second, shape, shown

_SHOWN: dict[str, Callable[[str], str]] = {"json": lru_cache(1000)(json.dumps), "text": lru_cache(1000)(shown)}


class Frequent:
    """What ``logger`` would write of an ``event`` at the level INFO, with the fields of these ``names``, in a request
    of which nothing else is known than its id."""

    def __init__(self, logger: logging.Logger, event: str, *names: str) -> None:
        self._logger, self._event, self._names = logger, event, names
        self._templates = {form: self._template(form) for form in _SHOWN}

    def tell(self, request: str, *values: str | float) -> None:
        """The line is out on return. ``request`` is an id of letters, digits and hyphens."""
        if not self._logger.isEnabledFor(logging.INFO):
            return
        handler = alone()
        if handler is None:
            clear_contextvars()
            bind_contextvars(request=request)
            self.log(*values)
            return
        seconds, microseconds = divmod(time.time_ns() // 1000, 1_000_000)
        as_text = _SHOWN[handler.form]
        told = [as_text(each) if isinstance(each, str) else each for each in values]
        known = dict(zip(self._names, told, strict=True))
        known["request"], known["timestamp"] = request, f"{second(seconds)}.{microseconds:06}Z"
        handler.put(self._templates[handler.form] % known)

    def log(self, *values: str | float) -> None:
        """The same as logging writes it, with all that is known."""
        self._logger.info(self._event, extra=fields(**dict(zip(self._names, values, strict=True))))

    def _template(self, form: str) -> str:
        marks = {name: f"%({name})s" for name in self._names}
        line = {"event": self._event, "request": "%(request)s", "level": "info", "logger": self._logger.name}
        made = shape(form)(line | {"timestamp": "%(timestamp)s"} | marks)
        for mark in marks.values():
            made = made.replace(json.dumps(mark), mark)
        return made
