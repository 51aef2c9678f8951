"""What pool processes have in hand: real processes, in the event loop of a worker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from kombu.asynchronous import Hub, set_event_loop

from worker.pool import Pool

_LONGEST = 60.0
_LONG = "x" * 90_000


def _wait(number: int, gate: str, text: str = "") -> int:
    """Ends when there is a file ``gate``."""
    while not Path(gate).exists():
        time.sleep(0.005)
    return number


class Loop:
    """A pool of so many processes, whose jobs end when ``open`` is called."""

    def __init__(self, processes: int, gate: Path) -> None:
        self.hub, self.gate, self.ended = Hub(), gate, list[int]()
        set_event_loop(self.hub)
        self.pool = Pool(processes=processes, threads=False, lost_worker_timeout=0.1)
        self.pool.register_with_event_loop(self.hub)
        self.until(lambda: len(self.pool._all_inqueues) == processes)

    def job(self, number: int, text: str = "") -> Any:  # noqa: ANN401
        return self.pool.apply_async(_wait, (number, str(self.gate), text), callback=self.ended.append)

    def open(self) -> None:
        self.gate.touch()

    def until(self, condition: Callable[[], object]) -> None:
        deadline = time.monotonic() + _LONGEST
        while not condition():
            assert time.monotonic() < deadline
            self.hub.call_later(0.01, lambda: None)
            next(self.hub.loop)

    def carried(self) -> int:
        """How many jobs are with processes, once each of these takes nothing more."""
        self.until(lambda: all(pipe in self.pool._busy_workers for pipe in self.pool._all_inqueues))
        for _ in range(10):
            self.hub.call_later(0.01, lambda: None)
            next(self.hub.loop)
        return len(self.pool._cache) - len(self.pool.outbound_buffer)


@pytest.fixture
def loop(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Loop]:
    made = Loop(getattr(request, "param", 1), tmp_path / "gate")
    yield made
    made.open()
    made.pool.terminate()
    made.pool.join()
    set_event_loop(None)


def test_a_process_has_the_next_short_message_in_hand_and_no_more(loop: Loop) -> None:
    for number in range(4):
        loop.job(number)
    assert loop.carried() == 2
    loop.open()
    loop.until(lambda: len(loop.ended) == 4)
    assert loop.ended == [0, 1, 2, 3]


def test_nothing_waits_behind_a_long_message(loop: Loop) -> None:
    loop.job(0, _LONG)
    for number in range(1, 4):
        loop.job(number)
    assert loop.carried() == 1
    loop.open()
    loop.until(lambda: len(loop.ended) == 4)


@pytest.mark.parametrize("loop", [2], indirect=True)
def test_another_process_has_messages_in_hand_while_one_reads_a_long_one(loop: Loop) -> None:
    loop.job(0, _LONG)
    for number in range(1, 5):
        loop.job(number)
    assert loop.carried() == 3
    loop.open()
    loop.until(lambda: len(loop.ended) == 5)


def test_what_a_killed_process_had_in_hand_is_done_by_the_next(loop: Loop) -> None:
    """What it was at itself is lost to the pool, and told to be."""
    jobs = [loop.job(number) for number in range(3)]
    loop.until(lambda: jobs[0]._accepted)
    assert loop.carried() == 2
    os.kill(loop.pool._pool[0].pid, signal.SIGKILL)
    loop.open()
    loop.until(lambda: len(loop.ended) == 2)
    assert sorted(loop.ended) == [1, 2]
    loop.until(jobs[0].ready)
    assert not jobs[0].successful()
