"""Articles that a dead worker held, back in the queue at once instead of after the visibility timeout."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


def redeliver(environment: Mapping[str, str], before: float) -> None:
    """Puts back what was handed out before that moment (seconds since 1970) and never finished.

    For a broker of one's own, whose only worker started at that moment: whoever held it is gone. A broker
    that cannot be reached just now is left alone; the visibility timeout does the same, later.
    """
    import redis

    client = redis.Redis.from_url(environment["REDIS_URL"], socket_timeout=5)
    try:
        if client.zcount("unacked_index", 0, before):
            _restore(environment, before)
    except redis.RedisError:
        return


def _restore(environment: Mapping[str, str], before: float) -> None:
    from worker.app import application
    from worker.settings import settings

    with application(settings(environment), "up").connection() as connection:
        channel = connection.default_channel
        for tag in channel.client.zrangebyscore(channel.unacked_index_key, 0, before):
            channel.qos.restore_by_tag(tag)


if __name__ == "__main__":
    redeliver(os.environ, float(sys.argv[1]))
