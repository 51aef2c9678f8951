"""Makes a line that is too long fit, at a joint of the sentence."""

from __future__ import annotations

from timeline.events.cues import Cues
from timeline.events.wording import Wording, length, size, worded
from timeline.syntax.clauses import Kind, Sentence
from timeline.syntax.forms import PAST_FORM
from timeline.syntax.lexicon import CLOSING, MARK, NAME, NEGATED, PROGRESSIVE, REGULAR, TIMEX, role

_LEAST, _ROOM = 4, 9
_JOINTS = role(
    "prepositions", "relatives", "relative_places", "questions", "subordinators", "complementizers", "conditionals"
)
_BREAKS = MARK | role("coordinators") | _JOINTS
_OCCASIONS = role("occasions")
_DETERMINERS = role("determiners")
_TIES = role("coordinators", "complementizers")
_NO_SUBJECT = TIMEX | PAST_FORM | MARK | role("prepositions", "adverbs", "subordinators")
_NOUNS, _PREPOSITIONS = frozenset({Kind.RELATIVE, Kind.REDUCED}), role("prepositions")
_CONTRASTS, _SUBORDINATORS, _INFINITIVE = role("contrasts"), role("subordinators"), role("infinitive")


def occasion_last(sentence: Sentence, top: int, places: list[int], wording: Wording) -> str | None:
    """ "At a meeting with …, the board voted" as "The board voted at a meeting"; ``None`` if it begins otherwise."""
    groups = sentence.clauses[top].groups
    if not places or not groups or not sentence.tokens[places[0]].roles & _OCCASIONS:
        return None
    ahead = [here for here, place in enumerate(places) if place < groups[0].first]
    commas = [here for here in ahead if sentence.tokens[places[here]].word == ","]
    if not commas:
        return None
    lead = places[: commas[-1]]
    end = next((h for h, p in enumerate(lead) if h > 1 and sentence.tokens[p].roles & (_BREAKS | TIMEX)), len(lead))
    occasion = worded(wording, lead[:end])
    return f"{worded(wording, places[commas[-1] + 1 :])} {occasion[:1].lower()}{occasion[1:]}"


def without_lead(sentence: Sentence, top: int, places: list[int]) -> list[int]:
    """Without the "and", "that" or "However," that ties the clause to what came before it."""
    start = 0
    while start < len(places) - _LEAST and sentence.owner[places[start]] == top:
        token, following = sentence.tokens[places[start]], sentence.tokens[places[start + 1]]
        apart = following.word == ","
        inside = token.roles & _SUBORDINATORS and not token.roles & _PREPOSITIONS
        tied = token.roles & _TIES or inside or (apart and token.roles & (_CONTRASTS | _SUBORDINATORS))
        named = token.roles & NAME and places[start] > 0
        if token.roles & NEGATED or named or token.quoted or not (tied or token.roles & MARK):
            break
        start += 1
    return places[start:]


def verb_kept(sentence: Sentence, top: int, places: list[int]) -> list[int]:
    """A subject so long that no verb would be left is cut back to its noun."""
    groups = sentence.clauses[top].groups
    if not groups or groups[0].first not in places or places.index(groups[0].first) < _ROOM:
        return places
    verb = places.index(groups[0].first)
    before = {sentence.owner[place] for place in places[:verb]} - {top}
    if sentence.tokens[places[0]].roles & _NO_SUBJECT:
        return places
    speaks = sentence.clauses[top].first > 0 or sentence.clauses[top].reports
    if speaks or any(sentence.clauses[index].kind not in _NOUNS for index in before):
        return places
    joints = (here for here in range(1, verb) if sentence.tokens[places[here]].roles & (_JOINTS | MARK | _INFINITIVE))
    end = next((here for here in joints if here > 1), verb)
    return places[:end] + places[verb:]


def cut(sentence: Sentence, places: list[int], wording: Wording, cues: Cues, longest: int) -> list[int]:
    """The longest beginning that fits and ends before a joint; failing that, the words that fit."""
    tokens = sentence.tokens
    room, fits = longest - length(wording, ()), 0
    while fits < len(places) and (room := room - size(wording, places[fits])) >= 0:
        fits += 1
    if fits == len(places):
        return places
    joints = [here for here in range(_LEAST, fits + 1) if here < len(places) and tokens[places[here]].roles & _JOINTS]
    return _tied(sentence, places[: joints[-1]] if joints else places[:fits], cues)


def _participle(sentence: Sentence, place: int) -> bool:
    """ "… supporters, depending": no noun, and not what the clause tells."""
    token = sentence.tokens[place]
    apart = place > 0 and sentence.tokens[place - 1].roles & MARK
    if not token.roles & (REGULAR | (PROGRESSIVE if apart else 0)) or token.roles & NAME or token.quoted:
        return False
    groups = sentence.clauses[sentence.owner[place]].groups
    noun = place > 0 and sentence.tokens[place - 1].roles & (_DETERMINERS | _PREPOSITIONS)
    return not noun and not any(group.first <= place <= group.last for group in groups)


def _tied(sentence: Sentence, places: list[int], cues: Cues) -> list[int]:
    """Takes away words at the end that lead on to something that is no longer there."""
    end = len(places)
    while end > _LEAST:
        token = sentence.tokens[places[end - 1]]
        leads_on = token.roles & MARK or token.word in cues.loose_ends or _participle(sentence, places[end - 1])
        if token.roles & CLOSING or not leads_on:
            break
        end -= 1
    return places[:end]
