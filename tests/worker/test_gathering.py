"""Which of the calls that were taken at once are made one."""

from __future__ import annotations

from dataclasses import replace

from worker.app import REFUSE, TASK, TASK_MANY, TOGETHER
from worker.broker.calls import Call
from worker.broker.gathering import gathered, tags

MOMENT = {"received": "2024-03-05T09:30:00+00:00"}
FIRST, SECOND, THIRD = (
    Call(task=TASK, id=f"task {n}", tag=f"t.{n}", args=[{"title": f"Fog {n}"}], kwargs=MOMENT | {"id": f"{n}" * 32})
    for n in (1, 2, 3)
)


def test_articles_become_one_call_that_tells_each_with_its_task_and_all_their_tags() -> None:
    (made,) = gathered([FIRST, SECOND, THIRD])
    assert made.task == TOGETHER
    assert made.args == [[[each.id, each.args[0], each.kwargs] for each in (FIRST, SECOND, THIRD)]]
    assert tags(made.tag) == ["t.1", "t.2", "t.3"]


def test_one_by_itself_stays_what_it_is() -> None:
    assert gathered([FIRST]) == [FIRST]
    assert tags(FIRST.tag) == [FIRST.tag]


def test_what_was_tried_before_and_what_is_no_single_article_stays_by_itself() -> None:
    others = [
        replace(FIRST, redelivered=True, tag="again"),
        replace(FIRST, retries=1, tag="retried"),
        replace(FIRST, task=TASK_MANY, tag="batch"),
        replace(FIRST, task=REFUSE, tag="refusal"),
    ]
    made, *left = gathered([others[0], SECOND, *others[1:3], THIRD, others[3]])
    assert tags(made.tag) == [SECOND.tag, THIRD.tag]
    assert left == others
    assert gathered([others[0], SECOND, others[1]]) == [others[0], SECOND, others[1]]
