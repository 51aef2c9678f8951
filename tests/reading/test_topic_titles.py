"""What people read at the head of a topic."""

from __future__ import annotations

import pytest

from timeline.addresses import readable


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("storm-shadow", "Storm shadow"),
        ("Storm Shadow", "Storm Shadow"),
        ("harbour", "harbour"),
        ("North-South talks", "North-South talks"),
        ("G-7", "G-7"),
    ],
)
def test_a_topic_given_by_its_slug_loses_the_hyphens(given: str, shown: str) -> None:
    assert readable(given) == shown
