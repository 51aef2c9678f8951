"""Sentences with vague words in bold, which docs/vague.md tells the meaning of."""

from __future__ import annotations

EXAMPLES = {
    "Words that point": """It is **now** over.
It may **soon** be over.
It **recently** closed.
It fell **the other day**.
It fell **the other week**.
He led them **last season**.
He will lead them **next season**.
It may change in **the near future**.
It may change in **the future**.
It belongs to **the past**.""",
    "Counts that nobody told": """It may come in **the coming days**.
It may come in **the coming weeks**.
It may come in **the coming months**.
It may come in **the coming years**.
It may come in **the next few weeks**.
It rose in **recent weeks**.
It rose in **the past few months**.
It will end in **a few days**.
It will end in **several months**.
It closed **a few days ago**.
It closed **years ago**.
It lasted **dozens of years**.""",
    "Counts that are told: of longer units ahead, give or take half a unit": """It will end in **three days**.
It will end in **three weeks**.
It must end **within** **48 hours**.
It fell over **the past two months**.
It closed **three weeks ago**.""",
    "Hedges: about so far away is approximate, about so long has a modifier": """It closed **about three weeks ago**.
It closed **nearly two years ago**.
It lasted **nearly a month**.
It lasted **more than a decade**.
It lasted **at least two days**.
It lasted **up to three weeks**.""",
    "Thirds: of a year in months, of a decade in years, of a century in decades": """It opened in **early 2025**.
It opened in **mid-2025**.
It opened in **late 2025**.
It opened at **the end of 2025**.
It opened in **mid-May 2025**.
It opened in **the late 1990s**.
It opened in **the early 18th century**.
It opened **early last week**.""",
    "Earlier and later than today": """**Earlier this week** it rained.
**Later this month** they vote.
**Earlier this year** it rained.""",
    "Seasons: of the north; a winter has the year of its December": """It opened in **the spring of 2024**.
It opened in **the summer of 2024**.
It opened in **the autumn of 2024**.
It opened in **the winter of 2024**.""",
    "Parts of days and weeks: a night belongs to the day on which it begins": """It opened **last weekend**.
It opened on **Tuesday morning**.
It opened on **Tuesday night**.
It opened in **the early hours of Tuesday**.
It rained **last night**.
It will rain **tonight**.""",
}  # fmt: skip
