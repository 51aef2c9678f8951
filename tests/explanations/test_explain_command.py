"""`dateline explain` tells place, reason and rule of every time of a sentence, to people and to programs."""

from __future__ import annotations

import json

from click.testing import CliRunner

from cli.commands.explain import explain


def test_the_command_shows_place_reason_meaning_and_rule() -> None:
    said = CliRunner().invoke(explain, ["They met last week.", "--published", "2024-09-20"]).output
    assert [line.split()[0] for line in said.splitlines()[1:]] == [
        "value",
        "place",
        "EDTF",
        "anchor",
        "why",
        "meaning",
        "rule",
    ]
    assert "Last(week)" in said


def test_the_command_gives_json() -> None:
    said = CliRunner().invoke(explain, ["They met last week.", "--published", "2024-09-20", "--json"]).output
    found = json.loads(said)
    assert (found["earliest"], found["latest"], found["granularity"]) == ("2024-09-09", "2024-09-15", "week")
    assert (found["edtf"], found["approximate"], found["anchor"]) == ("2024-09-09/2024-09-15", False, "2024-09-20")
    assert found["meaning"] == "Last(week)"


def test_the_command_names_a_reference_that_is_no_date() -> None:
    said = CliRunner().invoke(explain, ["last week", "--published", "20 Septembre"])
    assert said.exit_code == 2
    assert "'20 Septembre' is no date" in said.output
