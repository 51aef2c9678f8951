"""What reading an article again has changed is told event by event."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from reports import happenings

from timeline.differences import Kind, differences
from timeline.model import Event, Status

_events = st.lists(happenings, max_size=6).map(
    lambda told: [replace(event, id=f"e{number}") for number, event in enumerate(told)]
)


def _shown(event: Event) -> tuple[object, ...]:
    return event.id, event.headline, event.status, event.when.interval, event.when.granularity, event.when.approximate


@given(before=_events, after=_events)
def test_with_the_differences_undone_nothing_is_different(before: list[Event], after: list[Event]) -> None:
    found = differences(before, after)
    left = [event for event in after if all(event is not one.after for one in found)]
    again = left + [one.before for one in found if one.before]
    assert sorted(event.headline for event in again) == sorted(event.headline for event in before)
    assert len(before) - len(after) == sum(
        {Kind.REMOVED: 1, Kind.ADDED: -1, Kind.CHANGED: 0}[one.kind] for one in found
    )


@given(told=_events)
def test_the_same_is_no_difference_and_nothing_is_all(told: list[Event]) -> None:
    assert differences(told, told) == ()
    assert {one.kind for one in differences(told, [])} <= {Kind.REMOVED}
    assert len(differences([], told)) == len(told)


@given(told=_events.filter(bool), data=st.data())
def test_another_status_time_or_headline_is_a_change_and_importance_is_none(
    told: list[Event], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(told) - 1))
    one = told[place]
    status = Status.DENIED if one.status is not Status.DENIED else Status.POSSIBLE
    changes = [
        {"headline": "Another"},
        {"status": status},
        {"when": replace(one.when, interval=None, approximate=True)},
    ]
    for fields in changes:
        other = [*told[:place], replace(one, **fields), *told[place + 1 :]]
        (found,) = differences(told, other)
        assert (found.kind, found.before, found.after) == (Kind.CHANGED, one, other[place])
    assert differences(told, [replace(event, importance=event.importance / 2) for event in told]) == ()


@given(one=happenings)
def test_an_event_of_the_same_sentence_under_another_id_is_the_same_event(one: Event) -> None:
    """The id is made of the time too: read better, it is another one."""
    other = replace(one, id="other", status=Status.DENIED if one.status is not Status.DENIED else Status.POSSIBLE)
    (found,) = differences([one], [other])
    assert (found.kind, found.before, found.after) == (Kind.CHANGED, one, other)
