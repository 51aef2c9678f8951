"""``make eval``: how well Dateline reads, measured on annotated corpora that are not part of the project."""

from __future__ import annotations

import argparse
import sys

from measure import events, merging, timelines, timexes
from measure.places import Unmeasured
from measure.tables import printed

MEASUREMENTS = (timexes, events, merging, timelines)
"""One module each, with ``table(halves, only)`` that returns a table, or a sentence that says why there is none."""


def main() -> int:
    chosen = _options()
    for measurement in MEASUREMENTS:
        try:
            table = measurement.table(chosen.halves, chosen.only)
        except Unmeasured as failure:
            print(failure, file=sys.stderr)
            return 1
        if isinstance(table, str):
            print(table)
        elif table.rows:
            print(printed(table))
    return 0


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m measure.eval", description=__doc__)
    options.add_argument("--halves", action="store_true", help="also each half of a corpus, split by hash of the id")
    options.add_argument("--only", metavar="WORD", help="only the corpora with this word in their file's name")
    return options.parse_args()


if __name__ == "__main__":
    sys.exit(main())
