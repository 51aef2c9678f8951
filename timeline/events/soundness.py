"""Whether a line reads as a sentence of its own."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from timeline.events.standing import leading
from timeline.model import Span
from timeline.syntax.clauses import Clause, Kind, Sentence
from timeline.syntax.cues import Cues
from timeline.syntax.lexicon import MARK, NAME, OWNER, TIMEX, lexicon, role
from timeline.syntax.parsing import parsed
from timeline.syntax.quotations import quotations
from timeline.syntax.tagging import tokens

_VERBLESS, _UNFINISHED, _BLENDED, _OPEN = 8, 4, 2, 1
_NO_NOUN = MARK | TIMEX | role("adverbs", "negations", "subordinators", "complementizers", "coordinators")
_JOINS = MARK | role("coordinators", "complementizers", "relatives", "subordinators", "questions", "conditionals")
_PERSONS, _RELATIVES, _PARTICLES = role("persons"), role("relatives"), role("particles")
_QUOTES = frozenset("\"“”„«»'‘’")


@lru_cache(maxsize=2048)
def faults(line: str, cues: Cues) -> int:
    """0 for a line with a subject and a finite verb that ends well and begins with no pronoun; else the worse the more.

    Nothing is found fault with in a language whose verbs are not known.
    """
    if cues.dates_stay or not line:
        return 0 if line else _VERBLESS
    span = Span(0, len(line))
    marks = quotations(line, span) if not _QUOTES.isdisjoint(line) else []
    borders = [end for quotation in marks for end in (quotation.start, quotation.end)]
    words = tokens(line, span, (), borders, lexicon(cues))
    if not words:
        return _VERBLESS
    read = parsed(words)
    found = 0 if any(_tells(read, clause) for clause in read.clauses) else _VERBLESS
    found += _UNFINISHED * (words[-1].word in cues.loose_ends and not _ends_well(read))
    found += _BLENDED * any(len(clause.groups) > 1 and _blended(read, clause) for clause in read.clauses)
    first = next((word for word in words if not word.roles & MARK), words[0])
    found += _UNFINISHED * bool(first.roles & _RELATIVES)
    return found + _OPEN * (bool(read.roles & (_PERSONS | OWNER)) and _pronoun(read, read.clauses[0], cues))


def _ends_well(read: Sentence) -> bool:
    """ "…," he said, or "were rounded up"."""
    last = len(read.tokens) - 1
    after_verb = any(group.last == last - 1 for clause in read.clauses for group in clause.groups)
    after_verb = after_verb or bool(read.tokens[last - 1].roles & _PERSONS)
    named = bool(read.tokens[last].roles & NAME)
    return read.tokens[last].quoted or named or (after_verb and bool(read.tokens[last].roles & _PARTICLES))


def _tells(read: Sentence, clause: Clause) -> bool:
    """Whether a main clause has its verb, and a subject before it."""
    if clause.kind is not Kind.MAIN or not clause.groups:
        return False
    if clause.shares is not None:
        return False
    return any(not token.roles & _NO_NOUN for token in read.tokens[: clause.groups[0].first])


def _pronoun(read: Sentence, clause: Clause, cues: Cues) -> bool:
    """Whether nobody knows who or what it is that did something."""
    places = leading(read, clause) or [0]
    return bool(read.tokens[places[0]].roles & _PERSONS or read.tokens[places[0]].word in cues.owners)


def _blended(read: Sentence, clause: Clause) -> bool:
    """Two verbs with nothing that joins them are of two clauses, of which one has lost its beginning."""
    return any(
        not any(token.roles & _JOINS for token in read.tokens[one.last + 1 : other.first])
        and not (other.bare and other.first == one.last + 1)
        for one, other in pairwise(clause.groups)
    )
