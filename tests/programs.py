"""Our own programs, a worker and a server of the API, as tests start, ask and stop them."""

from __future__ import annotations

import json
import sys
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from processes import HANGING, Process, free_port, until

Json = Any


class Worker(Process):
    app = "worker.app"

    def __init__(self, log: Path, *, processes: int = 1, **environment: str) -> None:
        options = f"-n {log.stem}@%h --concurrency {processes} --loglevel INFO --without-gossip --without-mingle"
        command = [sys.executable, "-m", "celery", "-A", self.app, "worker", *options.split()]
        super().__init__(command, log, environment)

    def start(self) -> None:
        already = self.said.count(" ready.")
        super().start()
        until(lambda: self.running() and self.said.count(" ready.") > already)

    def children(self) -> list[int]:
        """The process ids of its pool."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(child) for child in path.read_text().split()]


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> Json:
        return json.loads(self.body)


class Server(Process):
    """The API under granian; writing needs no token unless the environment says so."""

    app = "api:create_app"

    def __init__(self, log: Path, **environment: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        options = f"--interface wsgi --factory --no-ws --port {self.port} --workers-kill-timeout 2"
        command = [sys.executable, "-m", "granian", *options.split(), self.app]
        super().__init__(command, log, {"DATELINE_WRITING": "loopback"} | environment)

    def start(self) -> None:
        super().start()
        until(self._answers)

    def _answers(self) -> bool:
        try:
            return self.running() and self.call("GET", "/healthz").status == 200
        except OSError:
            return False

    def call(self, method: str, path: str, body: object = None, type_: str = "application/json") -> Answer:
        """``path`` may be a whole address; a ``body`` that is not bytes goes out as JSON."""
        parts = urlsplit(path)
        content = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=HANGING)
        try:
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            connection.request(method, target, content, {} if content is None else {"Content-Type": type_})
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path: str) -> Json:
        answer = self.call("GET", path)
        assert answer.status == 200, answer
        return answer.json

    def submit(self, article: object) -> str:
        """The id of an accepted article."""
        answer = self.call("POST", "/api/v1/articles", article)
        assert answer.status == 202, answer
        return str(answer.json["id"])

    def finished(self, id_: str) -> Json:
        """The article once it is done or failed."""
        return until(lambda: self._finished(id_))

    def _finished(self, id_: str) -> Json:
        answer = self.call("GET", f"/api/v1/articles/{id_}")
        return answer.json if answer.status == 200 and answer.json["state"] in ("done", "failed") else None
