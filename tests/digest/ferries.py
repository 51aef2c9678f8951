"""A small story in our own words, told by several papers over half a year."""

from __future__ import annotations

from timeline.digest import Telling
from timeline.lines import document
from timeline.pipeline import reference, tellings

FERRY = (
    ("gazette-1", "2024-03-04", "The council bought a ferry yesterday. Its captain praised the harbour crew."),
    ("mercury-1", "2024-03-05", "On Sunday the council bought a ferry for the islands. Tickets will cost four pounds."),
    ("gazette-2", "2024-05-11", "The ferry ran aground on Friday. Nobody was hurt. Divers will look at it on Monday."),
    ("mercury-2", "2024-05-11", "A ferry struck rocks last night. The coastguard rescued forty people from the ferry."),
    ("herald-1", "2024-05-20", "The ferry that ran aground on 10 May was towed home today."),
    ("gazette-3", "2024-08-30", "The ferry's owner was fined today. He will appeal."),
    ("herald-2", "2024-08-31", "A judge fined the owner of the ferry yesterday. It ran aground on 10 May."),
    ("herald-3", "2024-09-02", "Gulls are the topic of a talk at the library tomorrow."),
)

Report = tuple[str, str, str]


def read(*reports: Report) -> list[tuple[Telling, ...]]:
    return [tellings(document(name, text, "", reference(time))) for name, time, text in reports]
