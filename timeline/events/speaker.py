"""Who "he" or "she" is, where the sentences before leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.syntax.cues import Cues

_WINDOW = 1200
_CAPITAL = "A-ZÀ-ÖØ-Þ"
_NAME = re.compile(rf"\b[{_CAPITAL}](?:[\w’'-]+|[\w’'-]{{0,3}}\.)(?: [{_CAPITAL}][\w’'-]+){{1,4}}")
_NEXT, _LAST = re.compile(r",? ([^\W\d_]+)"), re.compile(r"([^\W\d_]+) $")
_OTHER = re.compile(rf"(?<=[a-z,] )[{_CAPITAL}]\w+")
_LONGEST_VERB = 20


def speaker(text: str, place: int, pronoun: str, cues: Cues, *, speaks: bool) -> str | None:
    """The last person that was quoted by name before ``place``; ``None`` when that may be somebody else.

    A title is needed to tell a person from a company, unless one name alone was quoted so far. Who no longer
    ``speaks`` may be anybody that was named in between.
    """
    gender = cues.third_person.get(pronoun)
    before = text[max(0, place - _WINDOW) : place]
    people = list(_quoted_people(before, cues))
    if not people or not (speaks or _alone(people[-1], before)):
        return None
    title = _honorific(people[-1], cues)
    if title is not None:
        return people[-1] if cues.honorifics[title] in {None, gender} else None
    return people[-1] if len(set(people)) == 1 else None


def _alone(name: str, before: str) -> bool:
    """Whether nobody else was named since."""
    since = before[before.rfind(name) + len(name) :]
    return all(other in name.split() for other in _OTHER.findall(since))


def _quoted_people(before: str, cues: Cues) -> Iterator[str]:
    for match in _NAME.finditer(before):
        name, start = match[0], match.start()
        after = _NEXT.match(before, match.end())
        ahead = _LAST.search(before[max(0, start - _LONGEST_VERB) : start])
        speaks = any(verb is not None and verb[1] in cues.reporting for verb in (after, ahead))
        if speaks and name.split()[0].lower() not in cues.determiners | cues.prepositions:
            yield name


def _honorific(name: str, cues: Cues) -> str | None:
    first = name.split(maxsplit=1)[0].rstrip(".").lower()
    return first if first in cues.honorifics else None
