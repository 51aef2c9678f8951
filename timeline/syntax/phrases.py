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
        token, last = words[place], place
        if phrase := _phrase(words, place, lexicon):
            last, roles = phrase
            token = token._replace(end=words[last].end, roles=roles)
        elif place and token.roles & NAME and token.roles & ~PROPER and not _opens(words[place - 1]):
            shouted = _shouted(words) if shouted is None else shouted
            token = token if shouted else token._replace(roles=token.roles & PROPER)
        if token is not words[place]:
            found += words[done:place]
            found.append(token)
            done = last + 1
    return [*found, *words[done:]] if done else words


def _phrase(words: list[Token], place: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The last word of the longest phrase that begins here, and its roles."""
    following = lexicon.phrases.get(words[place].word)
    if following is None or place + 1 >= len(words):
        return None
    for rest, roles in following.get(words[place + 1].word, ()):
        last = place + 1 + len(rest)
        if rest and rest != tuple([word.word for word in words[place + 2 : last + 1]]):
            continue
        if not (roles & _URGING and _on_date(words, last)):
            return last, roles
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
