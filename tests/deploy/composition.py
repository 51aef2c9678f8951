"""The compose file, as Docker Compose would read it, on a machine without Docker."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).parents[2]
_VARIABLE = re.compile(r"\$(?:\$|\{(\w+)(?:(:[-?])([^}]*))?\})")


class Missing(Exception):
    """A variable that the file requires."""


def composition(environ: Mapping[str, str]) -> dict[str, Any]:
    """The file with its variables filled in. Raises Missing."""

    def filled(match: re.Match[str]) -> str:
        name, operator, rest = match.groups()
        if name is None:
            return "$"
        if operator == ":?" and not environ.get(name):
            raise Missing(f"{name}: {rest}")
        return environ.get(name) or (rest if operator == ":-" else "")

    text = (PROJECT / "docker-compose.yml").read_text()
    loaded: dict[str, Any] = yaml.safe_load(re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE))
    return _filled(loaded, filled)


def _filled(node: Any, filled: Any) -> Any:  # noqa: ANN401
    if isinstance(node, str):
        return _VARIABLE.sub(filled, node)
    if isinstance(node, dict):
        return {key: _filled(value, filled) for key, value in node.items()}
    return [_filled(value, filled) for value in node] if isinstance(node, list) else node
