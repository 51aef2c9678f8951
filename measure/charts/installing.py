"""The libraries' pages, with the same events; what they need is installed from npm into ``.bench/``."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from measure.places import BENCH, Document, Unmeasured

VIS = "vis-timeline@8.5.4"
TIMELINEJS = "@knight-lab/timelinejs@3.9.11"
HERE = Path(__file__).parent
_LONGEST = 180
Make = Callable[[Path], list[Path]]
"""Lays out a page in a folder; the files that a reader has to load."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Requests are measured, not told."""


def vis(folder: Path) -> list[Path]:
    package = installed(VIS) / "vis-timeline"
    shutil.copy(HERE / "vis.html", folder / "index.html")
    shutil.copy(package / "standalone/umd/vis-timeline-graph2d.min.js", folder / "vis.js")
    shutil.copy(package / "styles/vis-timeline-graph2d.min.css", folder / "vis.css")
    return [folder / "vis.js", folder / "vis.css"]


def timelinejs(folder: Path) -> list[Path]:
    package = installed(TIMELINEJS) / "@knight-lab/timelinejs/dist"
    shutil.copy(HERE / "timelinejs.html", folder / "index.html")
    for part in ("css", "js"):
        shutil.copytree(package / part, folder / part)
    return [folder / "js/timeline.js", folder / "css/timeline.css"]


def installed(package: str) -> Path:
    """The folder ``node_modules`` with it. Raises `Unmeasured`."""
    npm = shutil.which("npm")
    if npm is None:
        raise Unmeasured("needs npm")
    folder = BENCH / package.replace("/", "-").lstrip("@")
    if not (folder / "installed").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", package]
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, timeout=_LONGEST, check=False)
        except subprocess.TimeoutExpired:
            raise Unmeasured(f"could not be installed within {_LONGEST} s") from None
        if done.returncode:
            raise Unmeasured("no registry was reached")
        (folder / "installed").touch()
    return folder / "node_modules"


@contextmanager
def laid_out(make: Make, events: Sequence[Document]) -> Iterator[tuple[str, list[Path]]]:
    """The address of a library's page, as long as the block lasts, and its files."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        assets = make(folder)
        (folder / "events.json").write_text(json.dumps(list(events)), encoding="utf-8")
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=name)) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/index.html", assets
            server.shutdown()
