from __future__ import annotations

import os

import pytest


@pytest.fixture
def articles() -> int:
    """How many articles are on their way when something breaks: ``make chaos`` sends hundreds."""
    return int(os.environ.get("DATELINE_CHAOS_ARTICLES", "40"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The ledger of every run."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for key, value in report.user_properties:
            if key == "ledger":
                terminalreporter.write_line(str(value))
