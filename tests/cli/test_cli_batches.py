"""How articles are put together into requests."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cli.articles import Dispatch
from cli.submitting import batches

JSON = "application/json"
DISPATCHES = st.lists(
    st.builds(
        Dispatch,
        label=st.text(max_size=3),
        body=st.sampled_from([1, 5, 30_000, 700_000, 2_000_000]).map(bytes),
        content_type=st.sampled_from([JSON, JSON, JSON, "text/plain"]),
        query=st.sampled_from(["", "", "topic=x"]),
        flaw=st.sampled_from([None, None, "is not JSON"]),
    ),
    max_size=220,
)


@given(DISPATCHES)
def test_every_article_is_in_one_request_in_order_and_only_lines_share_one(dispatches: list[Dispatch]) -> None:
    made = list(batches(dispatches))
    assert [each for batch in made for each in batch] == dispatches
    for batch in made:
        assert 1 <= len(batch) <= 100
        if len(batch) > 1:
            assert all(each.content_type == JSON and not each.query and not each.flaw for each in batch)
            assert sum(len(each.body) + 1 for each in batch) <= 2**20


def test_a_hundred_and_twenty_lines_are_two_requests() -> None:
    lines = [Dispatch(str(number), b"{}") for number in range(120)]
    assert [len(batch) for batch in batches(lines)] == [100, 20]
