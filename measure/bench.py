"""``make bench``: what Dateline costs, beside its limits and other readers, in one bounded run."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable

from measure import plot, ratios
from measure.figures import Part
from measure.machine import load, machine
from measure.parts import growth, ingest, latency, length, life, memory, page, peers, serving, size, start, worker
from measure.places import BENCH, PROJECT, Unmeasured
from measure.tables import printed

PARTS: dict[str, Callable[[], Part]] = {
    "ingest": ingest.measured,
    "latency": latency.measured,
    "serving": serving.measured,
    "size": size.measured,
    "length": length.measured,
    "worker": worker.measured,
    "peers": peers.measured,
    "start": start.measured,
    "life": life.measured,
    "page": page.measured,
}
LONG: dict[str, Callable[[], Part]] = {
    "crowd": size.measured_crowds,
    "worker-50000": worker.measured_long,
    "growth": growth.measured,
    "memory": memory.measured,
}
"""These take minutes, and are measured when they are named."""


def main() -> int:
    chosen = _options().parts or list(PARTS)
    before, began = load(), time.monotonic()
    here = machine()
    print("{processor}, {cores} cores, {system}, Python {python}".format(**here), end="\n\n", flush=True)
    parts = [part for name in chosen if (part := _measured(name)) is not None]
    seconds = round(time.monotonic() - began)
    record = {**here, "load": [before, load()], "seconds": seconds, **{part.name: part.figures for part in parts}}
    found = [ratio for part in parts for ratio in part.ratios]
    record["ratios"] = [ratio.document() for ratio in found]
    if found:
        print(printed(ratios.table(found)))
    BENCH.mkdir(exist_ok=True)
    file, drawn = BENCH / "bench.json", BENCH / "bench.svg"
    file.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    drawn.write_text(plot.svg(found), encoding="utf-8")
    print(f"Load {before:.2f} at the start, {load():.2f} at the end, {seconds} s in all.")
    print(f"Every repetition is in {file.relative_to(PROJECT)}, the ratios drawn in {drawn.relative_to(PROJECT)}.")
    return 0 if len(parts) == len(chosen) else 1


def _measured(name: str) -> Part | None:
    """Each part is shown as soon as it is there; one that fails does not stop the others."""
    try:
        part = (PARTS | LONG)[name]()
    except (Unmeasured, subprocess.CalledProcessError) as failure:
        print(f"{name}: not measured: {failure}\n", file=sys.stderr, flush=True)
        return None
    print(printed(part.table), flush=True)
    return part


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m measure.bench", description=__doc__)
    told = "all when none is named, but for " + ", ".join(LONG)
    options.add_argument("parts", nargs="*", choices=[[], *PARTS, *LONG], help=told)
    return options.parse_args()


if __name__ == "__main__":
    sys.exit(main())
