"""An event in plain sentences: when and how sure, who says so, who contradicts, and what became of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline import wording
from timeline.model import Account, Event, Source, Step

_QUOTED = 5


def paragraphs(event: Event) -> Iterator[str]:
    """The first tells when and how sure it is."""
    yield standing(event)
    if event.accounts:
        yield "Sources disagree:"
        yield from map(account, event.accounts)
    else:
        yield from _quoted(event.sources)
    if len(event.life) > 1:
        yield from map(step, event.life)


def standing(event: Event) -> str:
    """ "In the week of 9 September 2024 – planned: announced or expected, not yet done."."""
    words = wording.words(event.when)
    return f"{words[:1].upper()}{words[1:]} – {wording.STATUSES[event.status]}: {wording.MEANINGS[event.status]}."


def account(account: Account) -> str:
    """One of several that cannot all be true, with those who give it."""
    names = dict.fromkeys(source.publisher or source.title for source in account.sources)
    return f"{wording.words(account.when)}, {wording.STATUSES[account.status]}: {', '.join(names)}"


def step(step: Step) -> str:
    """A step in the life of a plan."""
    if step.source is None:
        return f"{wording.STAGES[step.stage]} the date has gone by, and no later article says what came of it"
    by = ", ".join(filter(None, (step.source.publisher, wording.day(step.source.published))))
    return f"{wording.STAGES[step.stage]} {wording.words(step.when)} ({by})"


def origin(source: Source) -> str:
    """ "Port Ellery Gazette, “Night ferries could return”, 20 September 2024, 17:01"."""
    parts = (source.publisher, f"“{source.title}”", wording.moment(source.published, zoned=False))
    return ", ".join(filter(None, parts))


def _quoted(sources: Sequence[Source]) -> Iterator[str]:
    for source in sources[:_QUOTED]:
        yield f"“{source.quote}” – {origin(source)}"
    if len(sources) > _QUOTED:
        yield f"and {len(sources) - _QUOTED} more"
