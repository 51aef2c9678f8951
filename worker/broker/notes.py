"""The messages that are in this worker's hands, as the broker has them noted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from kombu.transport import redis, virtual
from kombu.utils.encoding import bytes_to_str
from kombu.utils.json import dumps
from redis import Redis

from worker.broker.calls import Json
from worker.broker.envelope import Taken, again
from worker.broker.gathering import tags
from worker.broker.scripts import GIVE_BACK


class Notes(redis.QoS):
    """What is done with is told when the next message is taken."""

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[no-untyped-call]
        self.done: list[str] = []

    def append(self, message: virtual.Message, delivery_tag: str) -> None:
        """The broker has noted it already, when it was taken."""
        virtual.QoS.append(self, message, delivery_tag)  # type: ignore[no-untyped-call]

    def ack(self, delivery_tag: str) -> None:
        virtual.QoS.ack(self, delivery_tag)  # type: ignore[no-untyped-call]
        self.done.extend(tags(delivery_tag))

    def reject(self, delivery_tag: str, requeue: bool = False) -> None:
        if requeue:
            self.restore_by_tag(delivery_tag, leftmost=True)
            virtual.QoS.ack(self, delivery_tag)  # type: ignore[no-untyped-call]
        else:
            self.ack(delivery_tag)

    def untold(self) -> list[str]:
        """Tags of what is done with; whoever asks tells the broker."""
        done, self.done = self.done, []
        return done

    def tell(self) -> None:
        if not self.done:
            return
        with self.pipe_or_acquire() as commands:
            done = self.untold()
            commands.zrem(self.unacked_index_key, *done).hdel(self.unacked_key, *done).execute()

    def restore_by_tag(self, tag: bytes | str, client: Redis | None = None, leftmost: bool = False) -> None:
        """Puts messages back into their lanes, as delivered before: what is no message, as its refusal."""
        with self.channel.conn_or_acquire(client) as broker:
            for each in tags(bytes_to_str(tag)):  # type: ignore[no-untyped-call]
                self._give_back(broker, each, "LPUSH" if leftmost else "RPUSH")

    def _give_back(self, broker: Redis, tag: str, side: str) -> None:
        noted: Any = broker.hget(self.unacked_key, tag)
        score = broker.zscore(self.unacked_index_key, tag)
        if noted is None:
            broker.zrem(self.unacked_index_key, tag)
            return
        moment = datetime.now(UTC) if score is None else datetime.fromtimestamp(score, UTC)
        message = again(_content(noted), Taken(tag, moment)).message()
        keys = (self.unacked_key, self.unacked_index_key, self._lane(message))
        broker.eval(GIVE_BACK, len(keys), *keys, tag, side, dumps(message))  # type: ignore[no-untyped-call]

    def _lane(self, message: Json) -> str:
        properties: Any = message["properties"]
        return str(self.channel._q_for_pri(properties["delivery_info"]["routing_key"], properties["priority"]))


def _content(noted: bytes) -> bytes:
    """The message, of the list with its queue: it need not be JSON."""
    return noted.strip()[1:].rsplit(b",", 2)[0]
