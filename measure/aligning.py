"""What the scorer of timelines says; it is run as a program, and reads sentences only where nltk can be had."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from measure.peers.installing import environment
from measure.places import Unmeasured, scorer

NLTK = "nltk==3.9.2"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Means over the reference timelines: F1 of dates, and F1 of alignment ROUGE-1, ``None`` without nltk."""

    dates: float
    sentences: float | None


def alignment(gold: Path, predicted: Path, rouge: bool) -> Alignment:
    program, python = scorer("tls_score.py"), _with_nltk() if rouge else None
    if not program.is_file():
        raise Unmeasured(f"There is no scorer at {program}: it belongs in the folder eval/ beside the corpora.")
    command = [str(python or sys.executable), str(program), str(gold), str(predicted), "--json"]
    done = subprocess.run([*command, *([] if python else ["--no-rouge"])], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unmeasured(f"{program.name} refused the digests: {done.stderr.strip()}")
    answer = json.loads(done.stdout)
    return Alignment(answer["date"]["meanF"], answer["AR1"]["meanF"] if python else None)


@cache
def _with_nltk() -> Path | None:
    try:
        return environment(NLTK)
    except Unmeasured:
        return None
