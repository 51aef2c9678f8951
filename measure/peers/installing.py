"""The readers and how each is started; those that the project does not need itself are installed into ``.bench/``."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from measure.children import module
from measure.places import BENCH, Unmeasured

PARSEDATETIME = "parsedatetime==2.6"
DUCKLING = "pyduckling-native-phihos==0.3.0"
CHRONO = "chrono-node@2.10.3"
_LONGEST = 180


@dataclass(frozen=True, slots=True)
class Reader:
    """``command`` installs what is missing and tells how to start the reader on a file of documents.

    ``wanted`` is how many times as fast Dateline is to be.
    """

    name: str
    command: Callable[[Path], list[str]]
    wanted: float | None = None


def own(name: str) -> Callable[[Path], list[str]]:
    return lambda documents: module(f"measure.peers.{name}", documents)


def from_pypi(name: str, requirement: str) -> Callable[[Path], list[str]]:
    return lambda documents: module(f"measure.peers.{name}", documents, python=environment(requirement))


def environment(requirement: str) -> Path:
    """The Python of a virtual environment that has just this, made at the first call. Raises `Unmeasured`."""
    folder = BENCH / requirement
    python = folder / "bin" / "python"
    if not (folder / "installed").exists():
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=True)
        _run([str(python), "-m", "pip", "-q", "install", "--only-binary", ":all:", requirement])
        (folder / "installed").touch()
    return python


def from_npm(documents: Path) -> list[str]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise Unmeasured("needs node and npm")
    folder = BENCH / CHRONO
    if not (folder / "installed").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        _run([npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), CHRONO])
        (folder / "installed").touch()
    return ["env", "TZ=UTC", node, str(Path(__file__).with_name("chrono.mjs")), str(folder), str(documents)]


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST, check=False)
    except subprocess.TimeoutExpired:
        raise Unmeasured(f"could not be installed within {_LONGEST} s") from None
    if done.returncode:
        wheel = f"no wheel for Python {sys.version_info.major}.{sys.version_info.minor} here, or no registry"
        raise Unmeasured(wheel if "pip" in command else "no registry was reached")


READERS = (
    Reader("Dateline", own("dateline")),
    Reader("chrono-node", from_npm, wanted=1),
    Reader("dateparser search_dates", own("dateparser"), wanted=20),
    Reader("parsedatetime", from_pypi("parsedatetime", PARSEDATETIME)),
    Reader("duckling", from_pypi("duckling", DUCKLING)),
)
