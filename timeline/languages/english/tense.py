"""English verbs by the way they look, and the names of months that are also something else."""

from __future__ import annotations

from timeline.grammar.context import Doubts, Tenses

_FUTURE = """will ll shall be going expected expects expect scheduled due plans plan planning slated intends intend
planned upcoming forthcoming poised soon effective opens begins starts meets ends closes returns visits votes holds
takes faces hosts launches arrives plays elects expires meet begin"""
_PAST = """was were had did said says told has have been came went took made got saw gave found left met began fell rose
held kept led lost won paid put ran sent sold spoke spent stood struck thought wrote became brought built bought
broke chose drew drove fought flew grew hit hurt knew let meant quit read rang sank shot shut sang sat slept
stole swore taught threw understood wore set"""
_PROMISES = """set is are about ready due yet hopes hope hoped hoping wants want plans plan planned planning agreed
agrees vowed vows pledged promised expects expected scheduled intends likely preparing prepared slated poised"""
_NOT_PAST = """unspecified undetermined undisclosed unnamed unidentified
need speed indeed red bed seed feed exceed proceed succeed united limited wed sacred hundred agreed-upon"""
TENSES = Tenses(
    frozenset(_FUTURE.split()),
    frozenset(_PAST.split()),
    ("ed",),
    frozenset(_NOT_PAST.split()) | frozenset(["expected", "scheduled", "planned", "slated"]),
    leads=frozenset(["by", "until", "till", "for", "through", "is", "are"]),
    fillers=frozenset(["the", "on", "this", "early", "late", "end", "of"]),
    perfect=frozenset(["had", "since"]),
    backs=frozenset(["since"]),
    infinitive="to",
    promises=frozenset(_PROMISES.split()),
    spans=frozenset(["months", "quarter", "quarters", "half", "year", "period"]),
    earliest=("as", frozenset(["early", "soon"])),
    latest=("than", "later"),
    relatives=frozenset(["which", "who", "whose", "where", "when"]),
    sure=frozenset(["will", "ll", "shall"]),
    possible=frozenset(["could", "couldn"]),
    denials=frozenset(["not", "t", "neither", "nor", "no", "none", "nobody", "never"]),
)
_LEADS = """in of by since until till from through throughout during before after for to between and or the a each every
late early mid last next this that past into on around about circa than its their his her our s versus as at
beginning starting ending end ended begun again through until"""
_SEASON_LEADS = """in by since until till from during last this next each every early late mid"""
_GIVEN = ("jan", "april", "may", "june", "august", "mar", "dec", "summer", "autumn")
_GIVEN_LEADS = """in by since until till from during through throughout of last this next each every early late mid
before after between around about on"""
_TITLES = """today tonight tomorrow yesterday minute minutes hour hours day days night morning week weeks month year
years century"""
_CLOCK_LEADS = (
    """between past near at by until till before after around about from to since and or just toward towards"""
)
_MONTHS = ("may", "march", "mar", "jan", "jun", "dec")
_HOURS = (
    "noon",
    "midday",
    "midnight",
    "dawn",
    "daybreak",
    "sunrise",
    "dusk",
    "nightfall",
    "sunset",
    "sundown",
    "twilight",
)
_STREETS = "street st avenue ave road rd boulevard blvd drive lane place square way highway"
DOUBTS = Doubts(
    dict.fromkeys(_MONTHS, frozenset(_LEADS.split()))
    | dict.fromkeys(("spring", "fall"), frozenset(_SEASON_LEADS.split()))
    | dict.fromkeys(_HOURS, frozenset(_CLOCK_LEADS.split())),
    frozenset(_LEADS.split()),
    frozenset(["million", "billion", "thousand", "hundred", "percent", "cents", "pence", "hours", "times", "flights"]),
    given=dict.fromkeys(_GIVEN, frozenset(_GIVEN_LEADS.split())),
    titles=frozenset(_TITLES.split()),
    papers=frozenset(["daily", "weekly", "monthly"]),
    openers=frozenset(["now"]),
    streets=frozenset(_STREETS.split()),
)
