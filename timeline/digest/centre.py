"""What all tellings of a topic are about, as weights of words, and how near to it a sentence is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt

from timeline.digest.telling import Telling
from timeline.digest.weights import CENTRALITY

_SHARE = 0.02
_NAMES = 2
_LEAST = 0.01


@dataclass(frozen=True, slots=True)
class Centre:
    """``rarity`` is the logarithm of how many sentences there are for one with the word; ``common`` are the words
    that a fiftieth of the articles or more have, by share of articles times rarity; its length is ``length``.
    ``names`` are the words that the topic goes by, where nobody has said any.
    """

    rarity: Mapping[str, float]
    common: Mapping[str, float]
    length: float
    names: frozenset[str]

    def closeness(self, words: Collection[str]) -> float:
        """A factor that grows with the cosine of a sentence and the centre."""
        along = sum(self.rarity[word] * self.common.get(word, 0.0) for word in words)
        whole = self.size(words) * self.length
        return float(((along / whole if whole else 0.0) + _LEAST) ** CENTRALITY)

    def size(self, words: Iterable[str]) -> float:
        return sqrt(sum(self.rarity[word] ** 2 for word in words))


def centre(articles: Collection[Collection[Telling]]) -> Centre:
    sentences: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for tellings in articles:
        words: set[str] = set()
        for telling in tellings:
            sentences.update(telling.words)
            words |= telling.words
        spread.update(words)
    total, count = sum(len(tellings) for tellings in articles), len(articles)
    rarity = {word: log(total / number) for word, number in sentences.items()}
    common = {word: rarity[word] * n / count for word, n in spread.items() if n > _SHARE * count}
    named = sorted(common, key=lambda word: (-common[word] * sentences[word], word))[:_NAMES]
    return Centre(rarity, common, sqrt(sum(weight * weight for weight in common.values())), frozenset(named))
