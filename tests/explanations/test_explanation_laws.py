"""Every example of every rule can be explained on any day, in a sentence."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.explanations import explained
from timeline.languages import MODULES, grammar
from timeline.mentions import Reference, tag
from timeline.mentions.ranges import ranges


@pytest.mark.parametrize("language", MODULES)
@settings(deadline=None, max_examples=25)
@given(day=st.datetimes(datetime(1902, 1, 1), datetime(2098, 1, 1)), zone=st.sampled_from([None, "America/New_York"]))
def test_every_rule_s_example_can_be_explained_on_any_day(language: str, day: datetime, zone: str | None) -> None:
    text = " ".join(e.replace("[", "").replace("]", "") for rule in grammar(language).rules for e in rule.examples)
    for timex in ranges(tag(text, Reference(day, ZoneInfo(zone) if zone else None), language), text):
        when = explained(timex.when)
        assert when.explanation[:1].isupper() or not when.explanation[:1].isalpha()
        assert when.explanation.endswith(".")
        assert when.derivation is None
