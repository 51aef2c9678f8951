"""An article of pumps that failed."""

from __future__ import annotations

STORY = {
    "text": "Pumps fail below the harbour\n20 September 2024, 17:01\nTwo pumps failed last night. "
    "Divers come on Monday. The last inspection was on 31 February 2024.",
    "topics": ["Harbour tunnel"],
}
