from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-expected", action="store_true", help="write seeds/*/expected.tsv anew")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how much of the annotation the program gets; what it does not get, under -v."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for key, value in report.user_properties:
            if key == "annotation" or (key == "missed" and terminalreporter.verbosity > 0):
                terminalreporter.write_line(str(value))
