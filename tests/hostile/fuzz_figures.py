"""What the fuzz targets tried, told at the end of the run."""

from __future__ import annotations

FIGURES: list[str] = []
