"""What a text is about: its content words, in a form that is the same whatever their endings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages import MODULES, common, cues
from timeline.search.folding import BETWEEN

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_ENDINGS = "esn"
_NAME = re.compile(r" (?<=[\w,;:’'”)] )[\"'“„‘(]?([A-ZÀ-ÖØ-ÞΑ-ΩА-Я]\w*)")
_SHORTEST = 3
_MOST_WORDS = 65_536
_IDLE = """honorifics be_present be_past be_bare have_present have_past do_present do_past will would must may can
determiners pronouns persons prepositions adverbs coordinators complementizers relatives relative_places questions
yes_no conditionals subordinators contrasts possessives negations negative_determiners neutral reporting telling saying
denying cancelling moving planning due hedges lasting retrospective since until loose_ends datelike infinitive"""


class Stems(dict[str, str]):
    """The stems of words in lower case as they are asked for; of one that tells nothing, nothing."""

    def __init__(self, idle: frozenset[str], suffixes: tuple[str, ...]) -> None:
        super().__init__()
        self._idle, self._suffixes = idle, suffixes

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        tells = word not in self._idle and (len(word) > 1 or word.isdigit())
        found = self[word] = stem(word, self._suffixes) if tells else ""
        return found


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``idle`` words tell nothing of what happened; ``suffixes`` come off, longest first."""

    idle: frozenset[str]
    suffixes: tuple[str, ...]
    moving: re.Pattern[str] | None
    stems: Stems


@lru_cache(maxsize=64)
def vocabulary(language: str) -> Vocabulary:
    known = cues(language)
    idle = {entry for name in _IDLE.split() for entry in getattr(known, name) if " " not in entry}
    suffixes = (known.suffixes.progressive, known.suffixes.past, known.suffixes.adverb)
    moving = "|".join(map(re.escape, sorted(known.moving, key=lambda phrase: (-len(phrase), phrase))))
    nothing = frozenset(idle | (common(language) if language in MODULES else set()))
    endings = tuple(sorted(filter(None, suffixes), key=len, reverse=True))
    return Vocabulary(
        idle=nothing,
        suffixes=endings,
        stems=Stems(nothing, endings),
        moving=re.compile(rf"\b(?:{moving})\b", re.IGNORECASE) if moving else None,
    )


def stems(text: str, known: Vocabulary) -> dict[str, None]:
    """The content words, in order and each once."""
    return dict.fromkeys(filter(None, map(known.stems.__getitem__, _words(text.casefold()))))


def _words(plain: str) -> list[str]:
    """In plain letters without figures that have points inside, words are what stands between all else."""
    plain = plain.rstrip(".")
    if plain.isascii() and "." not in plain and "," not in plain:
        return plain.translate(BETWEEN).split()
    return _WORD.findall(plain)


def names(text: str, known: Vocabulary) -> frozenset[str]:
    """Those of the words that are written like a name: with a capital that opens no sentence."""
    words = map(str.casefold, _NAME.findall(text))
    return frozenset([known.stems[word] or stem(word, known.suffixes) for word in words if word not in known.idle])


def stem(word: str, suffixes: tuple[str, ...]) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            word = word.removesuffix(suffix)
            word = word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word
            break
    return word[:_SHORTEST] + word[_SHORTEST:].rstrip(_ENDINGS)
