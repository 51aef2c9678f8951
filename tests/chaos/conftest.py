from __future__ import annotations

import os

import pytest


@pytest.fixture
def articles() -> int:
    """How many articles are on their way when something breaks: ``make chaos`` sends hundreds."""
    return int(os.environ.get("DATELINE_CHAOS_ARTICLES", "40"))
