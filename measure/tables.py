"""Tables as Markdown, so that what is printed can stand in a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from rich import box
from rich.console import Console
from rich.table import Table as Grid

_WIDEST = 400
ABSENT = "–"


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` hold text as it is shown; the first column is of words, the others of numbers."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()


def number(value: float | None, digits: int = 1) -> str:
    return ABSENT if value is None else f"{value:,.{digits}f}"


def printed(table: Table) -> str:
    grid = Grid(box=box.MARKDOWN)
    for place, name in enumerate(table.head):
        grid.add_column(name, justify="right" if place else "left", no_wrap=True)
    for row in table.rows:
        grid.add_row(*row)
    out = StringIO()
    Console(file=out, width=_WIDEST, color_system=None, markup=False).print(grid)
    lines = [line.rstrip() for line in out.getvalue().splitlines() if line.strip()]
    return "\n".join([table.title, "", *lines, *(["", *table.notes] if table.notes else [])]) + "\n"
