"""What the image is built from is enough to install everything that runs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from composition import PROJECT
from processes import HANGING

PACKAGES = ("timeline", "worker", "api", "cli")


def copied() -> list[str]:
    lines = (PROJECT / "Dockerfile").read_text().splitlines()
    return [name for line in lines if line.startswith("COPY ") for name in line.split()[1:-1]]


def test_the_installed_packages_lack_no_file_of_the_sources(tmp_path: Path) -> None:
    context = tmp_path / "context"
    context.mkdir()
    for name in copied():
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, context / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(PROJECT / name, context / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--wheel-dir", str(tmp_path), "."], cwd=context, check=True, timeout=HANGING)
    (wheel,) = tmp_path.glob("dateline-*.whl")
    installed = set(zipfile.ZipFile(wheel).namelist())
    sources = {
        str(file.relative_to(context))
        for package in PACKAGES
        for file in (context / package).rglob("*")
        if file.is_file()
    }
    assert sources - installed == set()
