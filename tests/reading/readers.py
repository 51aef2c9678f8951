"""How the tests of this room have an article read."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from timeline.model import Article

Reader = Callable[..., Article]
Story = Callable[[Article], list[str]]
AT = "2026-03-05T09:30:00+00:00"
LEAD = "The council of Port Ellery voted on Tuesday to close the old bridge."
LONDON = ZoneInfo("Europe/London")
