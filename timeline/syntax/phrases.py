"""Words that play a role only together, and names that are written like verbs."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.syntax.lexicon import MARK, NAME, NUMBER, PROGRESSIVE, REGULAR, TIMEX, Lexicon, role
from timeline.syntax.tokens import Token

_CLOSE = frozenset({",", ")"})
PROPER = ~(
    role("preterites", "participles", "present_verbs", "ambiguous_verbs", "reporting", "hedges", "will", "may")
    | role(
        "planning",
        "hoping",
        "urging",
        "agreeing",
        "cancelling",
        "moving",
        "due",
        "plain",
        "adverbs",
        "negative_determiners",
    )
    | REGULAR
    | PROGRESSIVE
)


_URGING, _PREPOSITION = role("urging"), role("prepositions")


def phrased(words: list[Token], marked: Sequence[int], lexicon: Lexicon) -> list[Token]:
    """Joins the words of phrases; a capital inside a sentence makes a name of what could be a verb."""
    found: list[Token] = []
    done, shouted = 0, None
    for place in marked:
        if place < done:
            continue
        found += words[done:place]
        token, length = words[place], 0
        if token.word in lexicon.phrases and (phrase := _phrase(words, place, lexicon)):
            length, roles = phrase
            token = token._replace(end=words[place + length].end, roles=roles)
        elif token.roles & NAME and token.roles & ~PROPER and found and not _opens(found[-1]):
            shouted = _shouted(words) if shouted is None else shouted
            token = token if shouted else token._replace(roles=token.roles & PROPER)
        found.append(token)
        done = place + 1 + length
    found += words[done:]
    return found


def _phrase(words: list[Token], place: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """How many more words belong to the longest phrase that begins here, and its roles."""
    second = words[place + 1].word if place + 1 < len(words) else ""
    for rest, roles in lexicon.phrases[words[place].word]:
        if rest[0] != second or rest != tuple([word.word for word in words[place + 1 : place + 1 + len(rest)]]):
            continue
        if not (roles & _URGING and _on_date(words, place + len(rest))):
            return len(rest), roles
    return None


def _on_date(words: list[Token], last: int) -> bool:
    """ "called on Tuesday for" is "called"."""
    after = words[last + 1].roles if last + 1 < len(words) else 0
    return bool(words[last].roles & _PREPOSITION and after & TIMEX)


def _opens(token: Token) -> bool:
    return bool(token.roles & MARK) and token.word not in _CLOSE


def _shouted(words: list[Token]) -> bool:
    """Nearly every long word has a capital, as in a headline: capitals then tell nothing."""
    names = sum(1 for word in words if word.roles & NAME)
    small = sum(1 for word in words if word.end - word.start > 3 and not word.roles & (NAME | TIMEX | NUMBER))
    return names > 3 and small * 4 < names
