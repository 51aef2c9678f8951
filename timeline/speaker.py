"""Who "he" or "she" is, where the sentences before leave no doubt."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.cues import Cues

_WINDOW = 1200
_CAPITAL = "A-ZÀ-ÖØ-Þ"
_NAME = rf"[{_CAPITAL}][\w’'-]+\.?(?: [{_CAPITAL}][\w’'-]+){{0,4}}"


def speaker(text: str, place: int, pronoun: str, cues: Cues) -> str | None:
    """The last person that was quoted by name before ``place``; ``None`` when that may be somebody else.

    A title is needed to tell a person from a company, unless one name alone was quoted so far.
    """
    gender = cues.third_person.get(pronoun)
    before = text[max(0, place - _WINDOW) : place]
    names = [match["first"] or match["last"] for match in _speakers(cues).finditer(before)]
    people = [name for name in names if _person(name, cues)]
    titled = [name for name in people if _honorific(name, cues) is not None]
    if titled and people[-1] == titled[-1]:
        known = cues.honorifics[_honorific(titled[-1], cues) or ""]
        return titled[-1] if known in {None, gender} else None
    return people[-1] if len(set(people)) == 1 and " " in people[-1] else None


@lru_cache(maxsize=16)
def _speakers(cues: Cues) -> re.Pattern[str]:
    verbs = "|".join(sorted(word for word in cues.reporting if word.isalpha()))
    return re.compile(rf"(?P<first>{_NAME}),? (?:{verbs})\b|\b(?:{verbs}) (?P<last>{_NAME})")


def _honorific(name: str, cues: Cues) -> str | None:
    first = name.split(maxsplit=1)[0].rstrip(".").lower()
    return first if first in cues.honorifics and " " in name else None


def _person(name: str, cues: Cues) -> bool:
    first = name.split(maxsplit=1)[0].lower()
    return " " in name and first not in cues.determiners and first not in cues.prepositions
