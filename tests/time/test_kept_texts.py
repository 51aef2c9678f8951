"""What is found in a text can be kept for a whole collection, for it does not keep the text."""

from __future__ import annotations

import gc
from datetime import datetime

from timeline.grammar.tokens import Words
from timeline.mentions import Reference, tag

TEXT = (
    "The council will meet on Tuesday, the mayor said in March. A ferry sank on 3 May 2019. "
    "Two days later the search ended, and the owners must answer in a few days."
)


def test_times_found_keep_no_words_of_their_text() -> None:
    found = tag(TEXT, Reference(datetime(2026, 11, 18)))
    gc.collect()
    assert len(found) >= 5
    assert not [kept for kept in gc.get_objects() if isinstance(kept, Words)]
