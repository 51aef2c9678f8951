"""The words that tell what a clause says about a happening: typed tables, filled in by each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

Words = frozenset[str]
_PLAIN = frozenset({"dates_stay", "owner"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Suffixes:
    """Endings that tell the kind of a word that stands in no table; an empty one tells nothing."""

    past: str = ""
    progressive: str = ""
    adverb: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cues:
    """Entries are in lower case with straight apostrophes; an entry of several words is one phrase.

    The name of each word table is the role of its words (see ``timeline.syntax.lexicon``). ``refusing`` are
    negations that hold wherever they stand in their clause; ``dates_stay``: no sentence survives the loss of its date.
    """

    # where sentences end; who is spoken of
    abbreviations: Words
    honorifics: Mapping[str, str | None]
    third_person: Mapping[str, str | None]
    impersonal: Words
    plurals: Words
    passive: Mapping[str, str]

    # verbs and what goes with them
    suffixes: Suffixes
    negated: Mapping[str, str]
    clitics: Mapping[str, str]
    be_present: Words
    be_past: Words
    be_bare: Words
    have_present: Words
    have_past: Words
    do_present: Words
    do_past: Words
    will: Words
    would: Words
    must: Words
    may: Words
    can: Words
    preterites: Words
    simple_pasts: Words
    participles: Words
    present_verbs: Words
    ambiguous_verbs: Words
    plain: Words
    stative: Words
    static: Words
    habits: Words

    # the small words that hold clauses together
    infinitive: Words
    determiners: Words
    pronouns: Words
    persons: Words
    prepositions: Words
    adverbs: Words
    coordinators: Words
    complementizers: Words
    relatives: Words
    relative_places: Words
    questions: Words
    yes_no: Words
    conditionals: Words
    subordinators: Words
    contrasts: Words
    possessives: Words

    # what is said of the happening
    negations: Words
    negative_determiners: Words
    neutral: Words
    reporting: Words
    telling: Words
    saying: Words
    denying: Words
    failing: Words
    barely: Words
    cancelling: Words
    moving: Words
    hoping: Words
    urging: Words
    agreeing: Words
    planning: Words
    due: Words
    hedges: Words
    sensing: Words
    soonest: Words
    lasting: Words
    retrospective: Words

    # what stands before an expression of time
    since: Words
    until: Words
    deadlines: Words
    spans: Words
    comparing: Words
    replaced: Words
    attributive: Words
    filling: Words
    bounding: Words
    indefinite: Words
    datelike: Words
    occasions: Words

    # names: what stands before a place; what a place, an organisation or a nationality is known by; and what one
    # can have in somebody
    place_leads: Words = field(default=frozenset())
    place_kinds: Words = field(default=frozenset())
    place_heads: Words = field(default=frozenset())
    organisations: Words = field(default=frozenset())
    countries: Words = field(default=frozenset())
    holdings: Words = field(default=frozenset())
    demonyms: Words = field(default=frozenset())

    # possessives that stand for a name, by the pronoun of the same person; what a name takes in their stead
    owners: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""

    particles: Words = field(default=frozenset())
    loose_ends: Words = field(default=frozenset())
    refusing: Words = field(default=frozenset())
    dates_stay: bool = False


def no_cues() -> Cues:
    """For a language that nobody has described: tense and status are told by the dates alone."""
    kinds = {"Words": frozenset(), "Suffixes": Suffixes()}
    tables = {table.name: kinds.get(str(table.type), {}) for table in fields(Cues) if table.name not in _PLAIN}
    return Cues(**tables, dates_stay=True)  # type: ignore[arg-type]
