"""The services of the compose file, started on this machine without Docker."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from composition import composition
from processes import Process, Valkey, ended, free_port


class Composed:
    """The services with the hosts of their network replaced by embedded servers on this machine."""

    def __init__(self, folder: Path, valkey: Valkey, postgres: str) -> None:
        self.folder, self.port = folder, free_port()
        self.replaced = {
            "redis://redis:6379": valkey.url.removesuffix("/0"),
            "postgresql://dateline@postgres:5432/dateline": postgres,
            "8000": str(self.port),
        }
        self.services: dict[str, Any] = composition({"POSTGRES_PASSWORD": "s3cret"})["services"]

    def here(self, text: str) -> str:
        for there, here in self.replaced.items():
            text = text.replace(there, here)
        return text

    def environment(self, name: str) -> dict[str, str]:
        given = {key: self.here(value) for key, value in self.services[name]["environment"].items()}
        return {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", **given}

    def command(self, name: str) -> list[str]:
        words = [self.here(word) for word in self.services[name]["command"]]
        found = shutil.which(words[0], path=self.environment(name)["PATH"])
        assert found, f"{words[0]} is not installed"
        return [found, *words[1:]]

    def service(self, name: str) -> Process:
        return Process(self.command(name), self.folder / f"{name}.log", self.environment(name))

    def healthy(self, name: str) -> bool:
        _, *words = [self.here(word) for word in self.services[name]["healthcheck"]["test"]]
        return ended(words, self.environment(name), self.folder).returncode == 0

    def upgraded(self) -> subprocess.CompletedProcess[str]:
        return self.ended(self.command("upgrade"))

    def token(self) -> str:
        """What `docker compose run --rm upgrade dateline tokens make gazette` prints."""
        made = self.ended([*self.command("upgrade")[:1], "tokens", "make", "gazette"])
        assert made.returncode == 0, made.stderr
        return made.stdout.strip()

    def ended(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        return ended(command, self.environment("upgrade"), self.folder)
