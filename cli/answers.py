"""What Dateline's HTTP interface answered, as a command looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import click


@dataclass(frozen=True, slots=True)
class Answer:
    """``body`` is the decoded JSON, or ``None`` where the answer held none; ``more``: it goes on at another address."""

    status: int
    body: Any
    retry_after: str | None = None
    content: bytes = b""
    more: bool = False

    @property
    def ok(self) -> bool:
        return self.status < 400

    @property
    def busy(self) -> bool:
        """The server works, and has had enough for now."""
        faults = self.body.get("errors", ()) if isinstance(self.body, dict) else ()
        return self.status == 429 or (self.status == 503 and any(fault["field"] == "queue" for fault in faults))

    @property
    def complaint(self) -> str:
        """What was wrong, as the server's problem document says it."""
        problem = self.body if isinstance(self.body, dict) else {}
        if self.status == 401:
            return "a token is needed: name a good one in DATELINE_TOKEN, or with --token"
        return str(problem.get("detail") or problem.get("title") or f"the server answered {self.status}")


def sound(answer: Answer) -> Answer:
    """The answer to a request that was met. Raises what ends the command with the server's complaint."""
    if not answer.ok:
        raise click.ClickException(answer.complaint)
    return answer


def told(answer: Answer) -> dict[str, Any]:
    """The JSON object of such an answer. Raises `TypeError` where it is none; see `cli.understanding`."""
    if not isinstance(sound(answer).body, dict):
        raise TypeError("its answer is no JSON object")
    found: dict[str, Any] = answer.body
    return found
