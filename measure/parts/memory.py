"""Memory of one process that reads 100,000 documents, none of them twice."""

from __future__ import annotations

from measure.children import child, module
from measure.figures import Part
from measure.places import Document
from measure.tables import Table, number

MARKS = (1_000, 10_000, 50_000, 100_000)
_LONGEST_ANSWER = 120.0


def measured() -> Part:
    with child(module("measure.parts.memory_child"), _LONGEST_ANSWER) as running:
        rows = [running.answer(str(mark)) for mark in MARKS]
    return Part("memory", table(rows), {"resident": rows})


def table(rows: list[Document]) -> Table:
    """``rows`` have ``documents``, ``resident`` in bytes and ``seconds`` of CPU time since the start."""
    steady = rows[1]["resident"]
    shown = [
        (
            f"{row['documents']:,}",
            number(row["resident"] / 2**20),
            f"{row['resident'] / steady:.3f} ×",
            number(row["documents"] / row["seconds"], 0),
        )
        for row in rows
    ]
    title = "Memory: paragraphs that are never twice the same, read by one process"
    return Table(title, ("paragraphs read", "resident MiB", f"of that at {rows[1]['documents']:,}", "a second"), shown)
