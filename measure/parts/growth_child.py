"""Answers ``LENGTH NAME`` with the seconds of CPU time that reading this sample takes."""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime
from statistics import median

from measure.parts.growth import LENGTHS, sample
from timeline.mentions import Reference, tag

_REPETITIONS = 5
_ENOUGH = 1.0
_REFERENCE = Reference(datetime(2024, 11, 20))


def seconds(text: str) -> float:
    """The median of five, or of what fills a second."""
    taken: list[float] = []
    while len(taken) < _REPETITIONS and sum(taken) < _ENOUGH:
        began = time.process_time()
        tag(text, _REFERENCE)
        taken.append(time.process_time() - began)
    return median(taken)


if __name__ == "__main__":
    for line in sys.stdin:
        length, _, name = line.strip().partition(" ")
        tag(sample(name, LENGTHS[0]), _REFERENCE)
        print(json.dumps({"seconds": seconds(sample(name, int(length)))}), flush=True)
