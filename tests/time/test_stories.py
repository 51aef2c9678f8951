"""Histories: bare dates hang on the story's own running date, which asides do not move."""

from __future__ import annotations

from datetime import datetime

import pytest

from timeline.mentions import Reference, tag

TODAY = Reference(datetime(2024, 9, 20))
STORIES = {
    "an aside ahead does not carry the story off": (
        "The siege began on 3 March 1871. On 9 April the mill fell. A rising of that name followed in November 1894. "
        "On 15 April the commander fled, and in May the town gave up. The treaty was signed on 2 June 1871.",
        ["1871-03-03", "1871-04-09", "1894-11", "1871-04-15", "1871-05", "1871-06-02"],
    ),
    "nor does an aside in brackets": (
        "The fleet sailed on 4 July 1588. Its admiral (born on 10 September 1550, died on 26 July 1615) was ill. "
        "In August it turned north, and by October 1588 most ships were lost.",
        ["1588-07-04", "1550-09-10", "1615-07-26", "1588-08", "1588-10"],
    ),
    "nor how long something stood": (
        "In May 1944 the dam was mined. The engineers held out there until February 1945. By the start of July a "
        "new bridge stood, and in August the road was open. On 12 September 1944 the first trains ran.",
        ["1944-05", "1945-02", "1944-07", "1944-08", "1944-09-12"],
    ),
    "nor a look back at the year before": (
        "The march ended on 2 January 1813. They had lost the guns the previous year. In February they rested, and on "
        "6 March 1813 they crossed the river.",
        ["1813-01-02", "1812", "1813-02", "1813-03-06"],
    ),
    "a story that does go on to another year takes its months along": (
        "War came on 8 September 1702. In November the harbour was blocked. In January two ships broke out. "
        "In April the fort fell, and on 3 June 1703 peace was made.",
        ["1702-09-08", "1702-11", "1703-01", "1703-04", "1703-06-03"],
    ),
    "a heading says the year of what follows": (
        "The revolt of 1911 spread in June 1911 and ended on 7 October 1911.\n\n1919: The second revolt\n\n"
        "In March the workers struck. On 5 April they won. It was all over by May 1919.",
        ["1911", "1911-06", "1911-10-07", "1919", "1919-03", "1919-04-05", "1919-05"],
    ),
    "a range over the turn of a year": (
        "The blockade began on 1 October 1754. It lasted from November to February. In March 1755 ships sailed again, "
        "and on 9 May 1755 the king came.",
        ["1754-10-01", "1754-11", "1755-02", "1755-03", "1755-05-09"],
    ),
    "days, nights and mornings of the story": (
        "On 6 June 1809 they camped. That night it rained. The next morning they found the ford. On 8 June 1809 "
        "they crossed it, and two days later they won. The duke died on 3 July 1809.",
        ["1809-06-06", "1809-06-06TNI", "1809-06-07TMO", "1809-06-08", "1809-06-10", "1809-07-03"],
    ),
    "years before Christ go down": (
        "The league was founded in 478 BC. The following year its fleet took the port. Ten years later, in the spring "
        "of 467 BC, it won. In 465 an island rose; the siege (465-463 BC) was long. In the winter of 464 BC it froze.",
        ["BC0478", "BC0477", "BC0467", "BC0467-SP", "BC0465", "BC0465", "BC0463", "BC0464-WI"],
    ),
    "years that follow each other go on": (
        "He was elected in 2005 and again in 2009. In 2013 he lost. In November he returned to law.",
        ["2005", "2009", "2013", "2013-11"],
    ),
    "a short story of long ago": (
        "The war began in June 1866. By July the army was beaten. A truce was signed on 26 July. The peace followed in "
        "August, and in the spring of the next year parliament met.",
        ["1866-06", "1866-07", "1866-07-26", "1866-08", "1867-SP"],
    ),
    "the history section of a news article": (
        "The mine closed on Tuesday, its owner said. It will be sold next week.\n\nHistory\n\nThe mine opened on "
        "4 May 1921. In July a fire killed nine. In March 1923 it was flooded. By June it was dry again.\n\nThe owner "
        "said it would pay everybody by March.",
        ["2024-09-17", "2024-W39", "1921-05-04", "1921-07", "1923-03", "1923-06", "2025-03"],
    ),
    "a look ahead over years": (
        "The rising began in April 1798. In the same month, two towns fell. The leader, who would die in 1803, fled in "
        "May. In June the rebels lost, and in the summer of the following year it was over.",
        ["1798-04", "1798-04", "1803", "1798-05", "1798-06", "1799-SU"],
    ),
}


@pytest.mark.parametrize("law", STORIES)
def test_story(law: str) -> None:
    text, want = STORIES[law]
    assert [timex.when.timex.value for timex in tag(text, TODAY)] == want


def test_a_day_of_a_month_that_nobody_named_stays_open() -> None:
    """The month itself is all that is known of "the next day" where the story tells months."""
    text = "In June 1631 the town burned. The next day it rained. By July 1631 all had left, and in 1632 none was back."
    timex = tag(text, TODAY)[1]
    assert timex.when.timex.value == "1631-06-XX"
    assert timex.when.interval is not None
    assert timex.when.interval.days == 30


def test_news_that_looks_back_is_no_story() -> None:
    text = "The club was founded in 1903 and moved in 1931 and 1977. It said on Tuesday that it will move in March."
    assert [timex.when.timex.value for timex in tag(text, TODAY)][-2:] == ["2024-09-17", "2025-03"]


def test_a_number_beside_years_before_christ_is_not_always_a_year() -> None:
    text = "In 490 BC they landed with 480 ships, by 500 oars each, and 10,000 men. By 479 BC they had left."
    assert [timex.when.text for timex in tag(text, TODAY)] == ["490 BC", "479 BC"]


def test_years_told_of_in_an_article_about_this_week_make_no_story_of_it() -> None:
    text = "The family left in 1966, the brothers in 1971, 1979 and 1984. Nobody wrote of them until this week."
    found = tag(text, TODAY)
    assert [timex.when.timex.value for timex in found] == ["1966", "1971", "1979", "1984", "2024-W38"]
