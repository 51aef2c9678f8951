"""What the scorer of time expressions says; it is run as a program and never copied."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measure.places import Unmeasured, scorer


@dataclass(frozen=True, slots=True)
class Scores:
    """F1 in per cent, by the formulas of TempEval-3; ``documents`` and ``expressions`` are those annotated."""

    documents: int
    expressions: int
    value: float
    strict: float
    relaxed: float
    type: float


def scores(gold: Path, predicted: Path, documents: int) -> Scores:
    return parsed(json.loads(_output(scorer("score.py"), gold, predicted)), documents)


def parsed(answer: dict[str, Any], documents: int) -> Scores:
    """From the JSON that ``score.py --json`` prints."""
    return Scores(
        documents=documents,
        expressions=answer["counts"]["g"],
        value=100 * answer["value_F1"],
        strict=100 * answer["strict_F1"],
        relaxed=100 * answer["relaxed_F1"],
        type=100 * answer["type_F1"],
    )


def _output(program: Path, gold: Path, predicted: Path) -> str:
    if not program.is_file():
        raise Unmeasured(f"There is no scorer at {program}: it belongs in the folder eval/ beside the corpora.")
    command = [sys.executable, str(program), str(gold), str(predicted), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unmeasured(f"{program.name} refused {predicted.name}: {done.stderr.strip()}")
    return done.stdout
