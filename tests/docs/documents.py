"""The project's Markdown documents, taken apart."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return [text for kind, text in _BLOCK.findall(document(name)) if kind == language]


def commands(name: str) -> list[str]:
    """The commands of the console blocks, each from its ``$`` to the next."""
    typed = (re.split(r"^\$ ", block, flags=re.MULTILINE)[1:] for block in blocks(name, "console"))
    return [command.strip() for commands in typed for command in commands]


def table(name: str, heading: str) -> list[list[str]]:
    """The cells of the one table under a heading, without its own head."""
    _, _, rest = document(name).partition(f"# {heading}\n")
    section, *_ = re.split(r"^#+ ", rest, maxsplit=1, flags=re.MULTILINE)
    rows = [line.strip("|\n").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def links(name: str) -> list[str]:
    """Targets inside the project, of links and of images."""
    targets = re.findall(r"\]\(([^)#\s]+)", _BLOCK.sub("", document(name)))
    return [target for target in targets if "://" not in target]
