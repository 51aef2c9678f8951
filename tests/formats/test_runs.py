"""What was made of a page is given again only where the same things stand."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from timeline.remembering import Runs, Whole, middle

THINGS = [[number] for number in range(5)]
things = st.sampled_from(range(5)).map(THINGS.__getitem__)


@given(st.lists(st.lists(st.tuples(things, things), max_size=6), max_size=12))
def test_a_page_is_what_it_would_be_without_those_before(pages: list[list[tuple[list[int], list[int]]]]) -> None:
    runs = Runs[tuple[int, int]]()
    for page in pages:
        anew = [(one[0], other[0]) for one, other in page]
        columns = [one for one, _ in page], [other for _, other in page]
        made = runs.each(middle(columns[0]), columns, lambda places, anew=anew: [anew[at] for at in places])
        assert list(made) == anew


def test_only_what_stands_otherwise_is_made_anew() -> None:
    """By its place, by itself and not by what it is equal to; what a page was before stays what it was."""
    runs, asked = Runs[int](), []

    def each(ones: list[list[int]], mark: str = "page") -> list[int]:
        def made(places: object) -> list[int]:
            asked.append(list(places))  # type: ignore[call-overload]
            return [ones[at][0] for at in asked[-1]]

        return list(runs.each(mark, [ones], made))

    one, two, three = [1], [2], [3]
    assert each([one, two, three]) == [1, 2, 3]
    assert each([one, [2], three]) == [1, 2, 3]
    assert each([one, two, three], "another") == [1, 2, 3]
    assert each([one, two]) == [1, 2]
    assert each([two, two]) == [2, 2]
    assert each([two, two]) == [2, 2]
    assert asked == [[0, 1, 2], [1], [0, 1, 2], [0, 1], [0]]


@given(st.lists(st.lists(st.integers(0, 2), max_size=4), max_size=12))
def test_a_column_as_a_whole_is_told_by_what_it_is_equal_to(columns: list[list[int]]) -> None:
    whole, plain = Whole[int, int](sum), Runs[int](plain=True)
    for column in columns:
        assert whole("page", array("q", column)) == sum(column)
        doubled = plain.each("page", [array("q", column)], lambda at, column=column: [2 * column[each] for each in at])
        assert list(doubled) == [2 * each for each in column]
