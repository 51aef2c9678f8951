"""The status of an event, measured on labelled clauses."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from marked import events

CLAUSES = tomllib.loads(Path(__file__).with_name("clauses.toml").read_text(encoding="utf-8"))
LABELLED = [(clause, status) for status, clauses in CLAUSES.items() for clause in clauses]
FLOOR = 0.99


def _given(clause: str) -> str:
    found = events(clause)
    return found[0].status.value if len(found) == 1 else f"{len(found)} events"


def test_status_of_labelled_clauses(capsys: pytest.CaptureFixture[str]) -> None:
    """Nearly every labelled clause gives one event with the status a careful reader gives it."""
    missed = [(clause, status, given) for clause, status in LABELLED if (given := _given(clause)) != status]
    right = 1 - len(missed) / len(LABELLED)
    with capsys.disabled():
        print(f"\nstatus of labelled clauses: {right:.3f} of {len(LABELLED)}")
        for clause, status, given in missed:
            print(f"  {given} instead of {status}: {clause}")
    assert right >= FLOOR


def test_what_is_not_certain_is_never_shown_as_a_fact() -> None:
    """No labelled clause that is scheduled, possible or denied gives an event that occurred."""
    uncertain = [clause for clause, status in LABELLED if status not in {"occurred", "ongoing"}]
    assert [clause for clause in uncertain if _given(clause) == "occurred"] == []
