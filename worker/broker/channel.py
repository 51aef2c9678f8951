"""Kombu's channel over Redis, but for how messages are taken from their lanes.

Kombu waits with a command that pops a message, and has it noted as taken by another: who is killed in between has lost
it. Here both are one step, which also tells which messages are done with; while all lanes are empty, the broker says
when one of them is another (client-side tracking of keys).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from queue import Empty
from time import monotonic
from uuid import uuid4

from kombu.asynchronous import get_event_loop
from kombu.transport import redis
from redis.exceptions import ResponseError

from worker.broker.envelope import Taken, opened
from worker.broker.gathering import BYTES, MOST, SHARE, gathered
from worker.broker.notes import Notes
from worker.broker.scripts import NOTHING, TAKE

log = logging.getLogger(__name__)


class Channel(redis.Channel):
    QoS = Notes
    taken: Taken
    """What the next messages are taken as: the first has the tag ``.1``, and so on."""
    waiting = False
    """All lanes were empty when they were last looked at."""
    _tracked: object = None

    def look_again(self) -> None:
        """Has the lanes looked at in the next turn of the loop."""
        if self.waiting:
            self.waiting, self._in_poll = False, None  # type: ignore[assignment]

    def _brpop_start(self, timeout: float | None = None) -> None:
        queues = self._queue_cycle.consume(len(self.active_queues))
        if not queues:
            return
        self._track()
        moment = datetime.now(UTC)
        self.taken = Taken(str(uuid4()), moment)
        lanes = [self._q_for_pri(queue, step) for step in self.priority_steps for queue in queues]  # type: ignore[no-untyped-call]
        keys = [self.unacked_key, self.unacked_index_key, *lanes]
        told = [self.taken.tag, repr(moment.timestamp()), MOST, SHARE, BYTES, *self.qos.untold()]
        self._in_poll, self._brpop_sent_at = self.client.connection, monotonic()  # type: ignore[assignment]
        self.client.connection.send_command("EVAL", TAKE, len(keys), *keys, *told)

    def _track(self) -> None:
        connection = self.client.connection
        if self._tracked is connection._sock:
            return
        connection.send_command("CLIENT", "TRACKING", "ON", "NOLOOP")
        try:
            connection.read_response()
        except ResponseError as fault:
            log.warning("The broker will not tell when messages arrive, so it is asked every second: %s", fault)
        self._tracked = connection._sock

    def _brpop_read(self, **options: object) -> bool:
        try:
            found = self._heard()
        finally:
            if not self.waiting:
                self._in_poll = None  # type: ignore[assignment]
                self._flush_brpop_reauth()  # type: ignore[no-untyped-call]
        if found is None:
            raise Empty
        lane, *contents = found
        queue = lane.decode().rsplit(self.sep, 1)[0]
        self._queue_cycle.rotate(queue)
        for call in gathered([opened(content, self.taken.nth(number)) for number, content in enumerate(contents, 1)]):
            self.connection._deliver(call.message(), queue)
        return True

    def _heard(self) -> list[bytes] | None:
        """The lane and the messages that were taken, ``None`` when there was none, or when there may be one now."""
        connection = self.client.connection
        try:
            while True:
                answer = connection.read_response(push_request=True)
                if answer == NOTHING:
                    self.waiting = True
                    if not connection.can_read(0):
                        return None
                elif answer is not None:
                    return answer  # type: ignore[no-any-return]
                elif self.waiting or not self._in_poll:
                    self.waiting = False
                    return None
        except self.connection_errors:
            self.waiting = False
            connection.disconnect()
            raise

    def basic_reject(self, *args: object, **options: object) -> None:
        with self._noticed():
            super().basic_reject(*args, **options)  # type: ignore[no-untyped-call]

    @contextmanager
    def _noticed(self) -> Iterator[None]:
        """Has the consumer connect anew when the broker cannot be told what became of a message.

        Celery logs that and goes on. The message counts as being in hand for ever; once as many do as may be
        prefetched, the consumer listens no more, and so never hears that its connection is gone.
        """
        try:
            yield
        except self.connection_errors as fault:
            if hub := get_event_loop():
                hub.call_soon(_raise, fault)  # type: ignore[no-untyped-call]
            raise

    def close(self) -> None:
        self.look_again()
        if self._qos and not self.closed:
            with suppress(*self.connection_errors):
                self.qos.tell()
        super().close()  # type: ignore[no-untyped-call]


def _raise(fault: Exception) -> None:
    raise fault
