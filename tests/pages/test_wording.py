"""A time in words says what was told, and nothing finer."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worded import at

from timeline import wording
from timeline.interval import Granularity as G
from timeline.model import TimexValue, When

TABLE = """
2024-09-09       2024-09-16       week     2024-W37       -     | in the week of 9 September 2024
2024-12-30       2025-01-06       week     2025-W01       -     | in the week of 30 December 2024
2024-09-09       2024-09-23       week     P2W            -     | between 9 and 22 September 2024
2024-09-09       2024-09-11       week     2024-W37       START | early in the week of 9 September 2024
2024-09-14       2024-09-16       weekend  2024-W37-WE    -     | on the weekend of 14 and 15 September 2024
2024-08-31       2024-09-02       weekend  2024-W35-WE    -     | on the weekend of 31 August and 1 September 2024
2024-09-14       2024-09-17       weekend  2024-W37-WE    -     | between 14 and 16 September 2024
2024-09-19       2024-09-20       daypart  2024-09-19TNI  -     | on 19 September 2024, at night
2024-09-19T18:00 2024-09-20T06:00 daypart  2024-09-19TNI  -     | on 19 September 2024, at night
2024-09-19       2024-09-20       daypart  2024-09-19TMO  END   | on 19 September 2024, late in the morning
2024-09-19       2024-09-20       daypart  2024-09-19TEV  ~     | on or around 19 September 2024, in the evening
2024-09-19       2024-09-20       daypart  2024-09-19     -     | on 19 September 2024
2024-09-19       2024-09-22       daypart  2024-09-19TMO  -     | between 19 and 21 September 2024
2024-09-19       2024-09-20       day      2024-09-19     -     | on 19 September 2024
2024-09-19       2024-09-20       day      2024-09-19     ~     | on or around 19 September 2024
2024-09-14       2024-09-16       day      x              -     | between 14 and 15 September 2024
2024-09-30       2024-10-03       day      x              -     | between 30 September and 2 October 2024
2024-12-30       2025-01-03       day      x              -     | between 30 December 2024 and 2 January 2025
2024-09-21       2024-09-28       day      FUTURE_REF     ~     | between about 21 and 27 September 2024
2024-09-20       2024-11-01       day      FUTURE_REF     ~     | between about 20 September and the end of October 2024
2024-09-20       2024-11-04       week     FUTURE_REF     ~     | between about 20 September and the beginning of November 2024
2024-08-09       2024-09-21       week     PAST_REF       ~     | between early August and about 20 September 2024
2024-09-20       2024-10-21       week     PXW            ~     | between about 20 September and mid October 2024
2024-08-15       2024-09-21       week     PXW            ~     | between mid August and about 20 September 2024
2024-09-20       2025-09-20       month    FUTURE_REF     ~     | between about September 2024 and September 2025
2024-09-01       2024-10-01       month    2024-09        -     | in September 2024
2024-09-01       2024-10-01       month    2024-09        ~     | around September 2024
2024-09-12       2024-09-20       month    2024-09        -     | in September 2024
2024-09-01       2024-09-11       month    2024-09        START | early in September 2024
2024-09-11       2024-09-21       month    2024-09        MID   | in the middle of September 2024
2024-09-21       2024-10-01       month    2024-09        END   | late in September 2024
2024-12-01       2025-03-01       month    x              -     | between December 2024 and February 2025
2024-07-01       2024-10-01       quarter  2024-Q3        -     | in the third quarter of 2024
2024-12-01       2025-03-01       season   2024-WI        -     | in the winter of 2024/25
1999-12-01       2000-03-01       season   1999-WI        -     | in the winter of 1999/2000
2024-06-01       2024-09-01       season   2024-SU        -     | in the summer of 2024
2024-06-01       2024-09-01       season   2024-WI        -     | in the winter of 2024
2024-06-01       2024-09-01       season   x              -     | between June and August 2024
2024-07-01       2025-01-01       half     2024-H2        -     | in the second half of 2024
2025-01-01       2026-01-01       year     2025           -     | in 2025
2024-09-20       2026-01-01       year     2025           -     | between 2024 and 2025
2025-09-01       2026-01-01       year     2025           END   | late in 2025
0044-01-01       0045-01-01       year     0044           -     | in AD 44
1990-01-01       2000-01-01       decade   199            -     | in the 1990s
1990-01-01       2010-01-01       decade   x              -     | between the 1990s and the 2000s
1900-01-01       2000-01-01       century  19             -     | in the 20th century
2000-01-01       3000-01-01       millennium 2            -     | in the 3rd millennium
2024-09-19T10:00 2024-09-19T10:01 minute   2024-09-19T10:00 -   | at 10:00 (UTC−04:00) on 19 September 2024
2024-09-19T10:00 2024-09-19T16:01 minute   x              -     | between 10:00 and 16:00 (UTC−04:00) on 19 September 2024
2024-09-19T22:00 2024-09-20T02:01 minute   x              -     | between 22:00 on 19 September 2024 and 02:00 on 20 September 2024 (UTC−04:00)
2024-09-19T10:00 2024-09-19T11:00 hour     2024-09-19T10  ~     | at about 10 a.m. (UTC−04:00) on 19 September 2024
2024-09-19T12:00 2024-09-19T13:00 hour     2024-09-19T12  -     | at noon (UTC−04:00) on 19 September 2024
2024-09-19T22:00 2024-09-20       hour     x              -     | between 10 p.m. and midnight (UTC−04:00) on 19 September 2024
2024-09-19       -                day      x              -     | from 19 September 2024 on
2024-09-01       -                month    x              ~     | from about September 2024 on
-                2024-11-01       day      x              -     | until 31 October 2024
-                2024-11-01       month    x              -     | until the end of October 2024
-                2025-01-01       year     x              -     | until the end of 2024
2024-09-19T10:00 -                minute   x              -     | from 10:00 (UTC−04:00) on 19 September 2024 on
-                -                day      x              -     | at a time that is not known
"""  # noqa: E501
ROWS = [tuple(map(str.strip, row.split("|"))) for row in TABLE.strip().splitlines()]


def moment(text: str) -> datetime | None:
    return None if text == "-" else datetime.fromisoformat(text)


@pytest.mark.parametrize(("time", "expected"), ROWS)
def test_times_are_told_as_certain_as_they_are(time: str, expected: str) -> None:
    """Start, end, granularity, TIMEX3 value, and its modifier, or ~ for an approximate time."""
    start, end, granularity, value, mod = time.split()
    when = at(
        moment(start),
        moment(end),
        G[granularity.upper()],
        value,
        mod=mod if mod.isalpha() else None,
        approximate=mod == "~",
        offset=-240 if G[granularity.upper()] < G.DAYPART else None,
        anchor="2024-09-20",
    )
    assert wording.words(when) == expected


def test_a_duration_has_no_place_on_the_calendar() -> None:
    when = When(interval=None, granularity=G.DAY, timex=TimexValue(type="DURATION", value="PT2H"), text="two hours")
    assert wording.words(when) == "at a time that is not known"


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (date(2024, 9, 14), date(2024, 9, 20), "14 to 20 September 2024"),
        (date(2024, 9, 14), date(2024, 9, 14), "14 September 2024"),
        (date(2024, 9, 14), date(2024, 11, 2), "September to November 2024"),
        (date(1930, 1, 1), date(2026, 12, 31), "1930 to 2026"),
        (date(2024, 9, 14), None, "from September 2024 on"),
        (None, date(2024, 9, 14), "until September 2024"),
        (None, None, "no dates yet"),
    ],
)
def test_a_long_span_is_told_by_months_or_years(earliest: date | None, latest: date | None, expected: str) -> None:
    assert wording.span(earliest, latest) == expected


def test_a_publication_time_without_a_clock_is_a_day() -> None:
    assert wording.moment(datetime(2024, 9, 20, 17, 1, tzinfo=UTC)) == "20 September 2024, 17:01 (UTC)"
    assert wording.moment(datetime(2024, 9, 20, tzinfo=UTC)) == "20 September 2024"


def test_an_anchor_that_is_a_date_is_named() -> None:
    assert wording.anchor("2024-09-20") == "20 September 2024"
    assert wording.anchor("the day of the vote") == "the day of the vote"
