"""A line with a subject, a verb and a proper end is preferred to one without."""

from __future__ import annotations

import pytest

from timeline.events.soundness import faults
from timeline.languages.english.cues import CUES


@pytest.mark.parametrize(
    "line",
    [
        "The bridge fell",
        "Forty men were rounded up",
        "Ida Holm said the yard would close in May",
        "“It was dark,” Ida Holm said",
    ],
)
def test_a_sentence_has_no_fault(line: str) -> None:
    assert faults(line, CUES) == 0


@pytest.mark.parametrize(
    ("line", "sound"),
    [
        ("Less than a month after the opening of the line", "The line opened"),
        ("In his remark that the bridge was lost", "The bridge was lost"),
        ("The council voted and", "The council voted"),
        ("The bridge was opened she", "The bridge was opened"),
        ("The bridge was closed the mayor had left", "The bridge was closed"),
        ("She resigned", "Ida Holm resigned"),
    ],
)
def test_a_fragment_is_worse_than_a_sentence(line: str, sound: str) -> None:
    assert faults(line, CUES) > faults(sound, CUES)
