"""What goes wrong with programs and connections while articles are on their way, and comes right again thereafter."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import clock
from plant import Plant
from processes import Process, until

Fault = Callable[[Plant], None]


def kill_pool_children(plant: Plant) -> None:
    for _ in range(4):
        plant.worker.kill_child()
        time.sleep(0.2)


def kill_worker(plant: Plant) -> None:
    _again(plant.worker)


def kill_worker_with_its_hands_full(plant: Plant) -> None:
    hang_amid_articles(plant)
    _again(plant.worker)


def kill_api(plant: Plant) -> None:
    _again(plant.server)


def kill_broker(plant: Plant) -> None:
    _again(plant.broker)


def stop_worker(plant: Plant) -> None:
    """SIGTERM under load: what it has begun it finishes, the rest it gives back."""
    plant.worker.stop()
    plant.worker.start()


def freeze_broker(plant: Plant, seconds: float = 20) -> None:
    """Connections stay open and nothing answers, as behind a failed router."""
    os.kill(plant.broker.process.pid, signal.SIGSTOP)
    time.sleep(seconds)
    os.kill(plant.broker.process.pid, signal.SIGCONT)


def kill_child_when_the_broker_is_full(plant: Plant) -> None:
    """The process is gone and its article cannot be sent again just then."""
    hang_amid_articles(plant)
    plant.broker.client.config_set("maxmemory", "1")
    for child in plant.worker.children():
        os.kill(child, signal.SIGKILL)
    time.sleep(3)
    plant.broker.client.config_set("maxmemory", "0")


def hang(plant: Plant) -> None:
    """Processes that heed no signal in the middle of an article."""
    for child in plant.worker.children():
        os.kill(child, signal.SIGSTOP)


def hang_amid_articles(plant: Plant) -> None:
    """The same, when they have much to do and so do not stand between two."""
    os.kill(plant.worker.process.pid, signal.SIGSTOP)
    waiting = until(lambda: (length := int(plant.broker.client.llen("celery"))) > 20 and length)  # type: ignore[arg-type]
    os.kill(plant.worker.process.pid, signal.SIGCONT)
    until(lambda: plant.broker.client.llen("celery") < waiting - 5, every=0.001)  # type: ignore[operator]
    hang(plant)
    time.sleep(0.3)  # in which the broker is told what is acknowledged before it is done


def empty_broker(plant: Plant) -> None:
    plant.broker.client.flushall()


def set_clock_back(plant: Plant, seconds: int = 3600) -> None:
    """The machine goes down and comes up in an hour that it has already had."""
    for process in (*plant.servers, *plant.workers):
        process.kill()
        process.environment[clock.SETTING] = str(seconds)
        process.start()


def cut_connections(plant: Plant) -> None:
    """Requests that end in the middle of their body, or whose sender does not wait for the answer."""
    body = b'{"text": "The canal froze on 4 January 2024.", "published": "2024-01-05", "topics": ["Cut"]}'
    head = f"POST /api/v1/articles HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    for sent in (body[:40], body):
        for _ in range(20):
            with socket.create_connection(("127.0.0.1", urlsplit(plant.server.url).port or 0)) as connection:
                connection.sendall(head.encode() + b"\r\n\r\n" + sent)


def _again(process: Process) -> None:
    process.kill()
    until(lambda: process.process.poll() is not None)
    process.start()
