"""Whether a text meets a query: what the databases answer of many texts, of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from timeline.search.tree import Either, Every, Not, Query, Words


class Text:
    """Folded words, to be asked for several queries."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(words):
            self._places[word].append(place)

    def meets(self, query: Query) -> bool:
        match query:
            case Words():
                return self._has(query)
            case Not(part):
                return not self.meets(part)
            case Every(parts):
                return all(map(self.meets, parts))
            case Either(parts):
                return any(map(self.meets, parts))

    def _has(self, sought: Words) -> bool:
        if len(sought.words) == 1:
            (word,) = sought.words
            return word in self._places or (sought.begins and any(one.startswith(word) for one in self._places))
        return any(self._stands(sought, start) for start in self._places.get(sought.words[0], ()))

    def _stands(self, sought: Words, start: int) -> bool:
        *wanted, last = sought.words
        *found, end = self._words[start : start + len(sought.words)] or [""]
        return found == wanted and (end.startswith(last) if sought.begins else end == last)
