"""Keeps the children running until somebody says stop."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from cli.failures import Failed
from cli.running.child import Child
from cli.running.signals import Signals

_READY_WITHIN = 60.0
_LONGEST_PAUSE = 30.0
_STEADY = 60.0
"""After so many seconds of life, a child's earlier deaths are forgotten."""


def supervise(
    children: Sequence[Child],
    signals: Signals,
    *,
    is_ready: Callable[[], bool],
    when_ready: Callable[[], None],
    say: Callable[[str], None],
) -> None:
    """Starts the children in order, tends them, stops them in reverse; those that are called start at a call.

    Raises Failed if they fail at once.
    """
    try:
        for child in children:
            if not child.called:
                child.start()
        if _came_up(children, signals, is_ready):
            when_ready()
        for child in children:
            child.recover()
        while not signals.stops:
            if signals.called():
                _answer(children)
            signals.wait(min([_tend(child, say) for child in children]))
    finally:
        for child in reversed(children):
            child.stop(signals)


def _came_up(children: Sequence[Child], signals: Signals, is_ready: Callable[[], bool]) -> bool:
    """False when asked to stop meanwhile."""
    deadline = time.monotonic() + _READY_WITHIN
    while not signals.stops:
        for child in children:
            if child.ended is not None:
                raise Failed(f"The {child.name} ended at once ({_end(child)}):\n{child.last_words()}")
        if is_ready():
            return True
        if time.monotonic() > deadline:
            raise Failed(f"Not ready after {_READY_WITHIN:.0f} seconds; the logs are in {children[0].log.parent}.")
        signals.wait(0.05)
    return False


def _answer(children: Sequence[Child]) -> None:
    for child in children:
        if child.rests:
            child.start()


def _tend(child: Child, say: Callable[[str], None]) -> float:
    """Starts the child again when it has ended; the seconds until it wants to be looked at again."""
    now = time.monotonic()
    if child.rests:
        return _STEADY / 2
    if child.ended is None:
        if now - child.started > _STEADY:
            child.deaths = 0
        child.turn_log()
        return _STEADY / 2
    if child.due is None:
        pause = min(2.0**child.deaths / 2, _LONGEST_PAUSE)
        child.deaths += 1
        child.due = now + pause
        say(f"The {child.name} ended ({_end(child)}); it starts again in {pause:g} s. Its log: {child.log}")
    if now >= child.due:
        child.start()
        child.recover()
    return max(child.due - now, 0) if child.due else _STEADY / 2


def _end(child: Child) -> str:
    code = child.ended or 0
    return f"signal {-code}" if code < 0 else f"exit code {code}"
