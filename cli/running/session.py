"""From a checked address and folder to a running Dateline, and back to nothing."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from cli.client import Server
from cli.failures import CannotStart
from cli.running.address import Address
from cli.running.apart import apart
from cli.running.child import Child
from cli.running.children import children
from cli.running.folder import DataFolder, database_url
from cli.running.preparation import prepared
from cli.running.readiness import api_ready, worker_ready
from cli.running.seeds import sow
from cli.running.signals import Signals
from cli.running.supervisor import supervise


@dataclass(frozen=True, slots=True)
class Session:
    """One run of `dateline up`. ``seeds`` is the folder of example articles to submit, if any."""

    folder: DataFolder
    address: Address
    workers: int
    seeds: Path | None

    def run(self, environ: Mapping[str, str]) -> None:
        """Returns when asked to stop and everything has. Raises CannotStart or Failed."""
        from api.access.tokens import own

        _check(environ)
        token, digest = own()
        with Signals() as signals:
            url = database_url(self.folder.path, environ)
            rule = apart(lambda: prepared(url, self.address, environ))
            family = children(self.folder, self.address, self.workers, {**environ, "DATELINE_STARTER": digest})
            supervise(
                family,
                signals,
                is_ready=lambda: self._ready(family),
                when_ready=lambda: self._announce(rule, token),
                say=_say,
            )
            _say("Dateline has stopped.")

    def _ready(self, family: list[Child]) -> bool:
        worker = next(child for child in family if child.name == "worker")
        return worker_ready(worker) and api_ready(self.address)

    def _announce(self, rule: str, token: str) -> None:
        _say(f"Dateline is ready: {self.address.url}/")
        _say(f"  data and logs: {self.folder.path}   stop with Ctrl-C")
        _say(f"  {rule}")
        if self.seeds:
            server = Server(self.address.url, token)
            threading.Thread(target=self._sow, args=(self.seeds, server), daemon=True).start()

    def _sow(self, seeds: Path, server: Server) -> None:
        try:
            sow(seeds, server, self.folder.path / "seeds.json", _say)
        except click.ClickException as error:
            _say(error.format_message())


def _check(environ: Mapping[str, str]) -> None:
    """What would only show in a child's log otherwise."""
    from api.settings import api_settings
    from worker.settings import InvalidSetting

    try:
        api_settings(environ)
    except InvalidSetting as error:
        raise CannotStart(str(error)) from error


def _say(line: str) -> None:
    click.echo(line)
