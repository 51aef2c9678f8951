"""German: its words, its rules with their examples, and what only looks like a time.

A surface with a capital counts only when it has one. Of two rules that read the same words, the first one wins.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from timeline.algebra import vague
from timeline.algebra.calendar import unit
from timeline.algebra.distance import Day, Moved
from timeline.algebra.holidays import Holiday
from timeline.algebra.hours import Clock, PartOfDay
from timeline.algebra.lengths import Count, Period
from timeline.algebra.meaning import Every, Meaning, Modified, Reach
from timeline.algebra.operators import SCENE, STORY, Bare, Expression, Last, Next, This
from timeline.algebra.parts import Nth, Span, Within
from timeline.algebra.repeating import DayOfMonth, Month, PartOfYear, Repeating, Season, Unit, Weekday
from timeline.algebra.written import Fixed, Possible, TwoYears, bygone
from timeline.grammar.context import Doubts, Links, Tenses
from timeline.grammar.rules import Grammar
from timeline.interval import Granularity as G

_COMMON = """und nicht ist das mit sich dem ein eine einen einer eines auch auf für von wird werden wurde wurden zum zur
über dass daß sind sei noch nach aus bei beim haben seine ihre keine als hat war im sie wie oder aber"""
COMMON = frozenset(_COMMON.split())
"""Words that every German text is full of, and few other languages have."""

_FUTURE = """wird werden werde soll sollen will wollen muss müssen kann können darf dürfen möchte möchten könnte
könnten würde würden dürfte dürften
beginnt beginnen startet starten findet finden steht stehen trifft treffen tritt treten kommt kommen stimmt stimmen
entscheidet entscheiden wählt wählen tagt tagen berät beraten spielt spielen folgt folgen endet enden öffnet öffnen
geht gehen gibt zeigt zeigen feiert feiern lädt laden reist reisen empfängt empfangen hält halten bleibt bleiben
plant planen rechnet erscheint erwartet läuft laufen stellt stellen setzt setzen fährt fahren geplant vorgesehen
angesetzt bevor spätestens"""
_PAST = """hat haben habe hatte hatten war waren wurde wurden worden kam kamen ging gingen gab gaben
fand fanden stand standen hielt hielten nahm nahmen sah sahen ließ ließen lag lagen begann begannen sprach sprachen
starb starben gewann gewannen verlor verloren traf trafen zog zogen fiel fielen stieg stiegen schrieb schrieben
schien schienen blieb blieben erhielt erhielten verließ verließen trat traten brach brachen schoss schlug schlugen
wusste wussten brachte brachten dachte dachten konnte konnten musste mussten wollte wollten sollte sollten durfte
durften kündigte legte legten stellte stellten setzte setzten sagte sagten machte machten führte führten löste lösten
wählte wählten zeigte zeigten suchte suchten tötete töteten stimmte stimmten lehnte lehnten teilte teilten warnte
warnten forderte forderten feierte feierten startete starteten reiste reisten verletzte einigten einigte hieß hießen
rief riefen flog flogen trug trugen bekam bekamen lief liefen unterschrieb unterzeichnete beschloss beschlossen
verkündete"""
TENSES = Tenses(
    frozenset(_FUTURE.split()),
    frozenset(_PAST.split()),
    ("ierte", "ierten", "igte", "igten", "ärte", "ärten", "uchte", "uchten", "ärfte", "eichte", "eichten"),
    frozenset(["leichte", "leichten", "einigte", "vierte", "vierten"]),
    leads=frozenset(["bis", "ab"]),
    fillers=frozenset(["zum", "zur", "kommenden", "nächsten", "ende", "anfang", "mitte"]),
    perfect=frozenset(),
    infinitive="",
    promises=frozenset(),
)
_LEADS = """im in seit ab bis vom zum von dem den des der vor nach und oder für zwischen gegen ende anfang mitte noch
letzten nächsten kommenden vergangenen jahr jahre jahres jahrgang um"""
DOUBTS = Doubts(
    dict.fromkeys(("mai", "august"), frozenset(_LEADS.split())),
    frozenset(_LEADS.split()),
)
LINKS = Links(
    since=frozenset(["seit"]),
    until=frozenset(["bis"]),
    by=frozenset(["bis"]),
    to=frozenset(["bis", "zum", "zur"]),
    between=frozenset(["zwischen"]),
    both=frozenset(["und"]),
    ahead=frozenset(["in"]),
    within=frozenset(["binnen", "innerhalb"]),
    ago=frozenset(["vor"]),
)
de = GRAMMAR = Grammar("de", TENSES, DOUBTS, LINKS, ordinal_dots=True)

Which = type[Last | This | Next]
_THE = "((der|die|das|den|dem|des) )?"
_ENDINGS = ("e", "en", "er", "es", "em")


def _adjectives(stems: str) -> str:
    """Every ending of the stems, as one entry of synonyms."""
    return "|".join(stem + ending for stem in stems.split() for ending in _ENDINGS)


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), first)}


_WEEKDAYS = _numbered("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag") | {"Sonnabend": 6}
_MONTHS = """Januar|Jänner Februar|Feber März April Mai Juni Juli August September|Septembers Oktober November
Dezember"""
MORNING = PartOfDay("MO", 6, 12)
NIGHT = PartOfDay("NI", 18, 24)
_PARTS = {
    "morgen": MORNING,
    "früh": MORNING,
    "vormittag": MORNING,
    "mittag": PartOfDay("MI", 12, 14),
    "nachmittag": PartOfDay("AF", 12, 18),
    "abend": PartOfDay("EV", 18, 22),
    "nacht": NIGHT,
}
de.words("weekday", {f"{day}|{day}s": Weekday(number) for day, number in _WEEKDAYS.items()})
de.words("short_weekday", {day[:2]: Weekday(number) for day, number in _WEEKDAYS.items()}, hot=False)
de.words("weekday_part", {f"{d}{part}|{d}{part}s": (n, _PARTS[part]) for d, n in _WEEKDAYS.items() for part in _PARTS})
de.words("on_weekdays", {f"{day.lower()}s": number for day, number in _WEEKDAYS.items()})
de.words("month", {name: Month(number) for name, number in _numbered(_MONTHS).items()})
de.words(
    "short_month",
    {f"{name}.": Month(n) for n, name in ((1, "Jan"), (2, "Feb"), (2, "Febr"), (8, "Aug"), (9, "Sept"), (10, "Okt"))}
    | {"Jän.": Month(1), "Nov.": Month(11), "Dez.": Month(12), "Sep.": Month(9)},
)
de.words(
    "season",
    {
        "Frühling|Frühlings|Frühjahr|Frühjahrs|Frühlingsmonate|Frühlingsmonaten": Season(3),
        "Sommer|Sommers|Sommermonate|Sommermonaten|Hochsommer": Season(6),
        "Herbst|Herbstes|Herbsts|Herbstmonate|Herbstmonaten": Season(9),
        "Winter|Winters|Wintermonate|Wintermonaten": Season(12),
    },
)
de.words("part", dict(_PARTS), hot=False)
de.words("part_alone", {part.capitalize(): _PARTS[part] for part in _PARTS if part != "früh"})
de.words("early_hours", {"Morgenstunden|Morgengrauen|Tagesanbruch": MORNING, "Abendstunden": _PARTS["abend"]})
de.words("deictic", {"heute": 0, "gestern": -1, "morgen": 1, "vorgestern": -2, "übermorgen": 2})
de.words(
    "deictic_adjective", {_adjectives("heutig"): 0, _adjectives("gestrig"): -1, _adjectives("morgig"): 1}, hot=False
)
_UNITS: Mapping[str, G] = {
    "Sekunde|Sekunden": G.SECOND,
    "Minute|Minuten": G.MINUTE,
    "Stunde|Stunden": G.HOUR,
    "Tag|Tage|Tages|Tags|Tagen": G.DAY,
    "Wochenende|Wochenenden|Wochenendes": G.WEEKEND,
    "Woche|Wochen": G.WEEK,
    "Monat|Monate|Monats|Monates|Monaten": G.MONTH,
    "Quartal|Quartals": G.QUARTER,
    "Jahr|Jahre|Jahres|Jahrs|Jahren": G.YEAR,
    "Jahrzehnt|Jahrzehnte|Jahrzehnts|Jahrzehnten": G.DECADE,
    "Jahrhundert|Jahrhunderte|Jahrhunderts|Jahrhunderten": G.CENTURY,
    "Jahrtausend|Jahrtausende|Jahrtausends|Jahrtausenden": G.MILLENNIUM,
}
de.words("unit", _UNITS)
de.words(
    "units",
    {
        "Tage|Tagen": G.DAY,
        "Wochen": G.WEEK,
        "Monate|Monaten": G.MONTH,
        "Jahre|Jahren": G.YEAR,
        "Stunden": G.HOUR,
        "Minuten": G.MINUTE,
        "Sekunden": G.SECOND,
        "Wochenenden": G.WEEKEND,
        "Quartale|Quartalen": G.QUARTER,
        "Jahrzehnte|Jahrzehnten": G.DECADE,
        "Jahrhunderte|Jahrhunderten": G.CENTURY,
        "Jahrtausende|Jahrtausenden": G.MILLENNIUM,
    },
)
de.words("year_word", {"Jahr|Jahre|Jahres|Jahrs": G.YEAR})
de.words("years_word", {"Jahre|Jahren": G.YEAR})
de.words("year_before", {"Vorjahr|Vorjahres|Vorjahrs": Last(Unit(G.YEAR)), "heuer": This(Unit(G.YEAR))})
de.words("unit_before", {"Vormonat|Vormonats": G.MONTH, "Vorwoche": G.WEEK, "Vorquartal|Vorquartals": G.QUARTER})
de.words("weekend", {"Wochenende|Wochenendes": Unit(G.WEEKEND)})
de.words("the_day", {"Tag|Tages|Tags|tags": None})
de.words("day_before", {"Vortag|Vortages|Vortags|Vorabend": None})
de.words("which", {
    _adjectives("letzt vergangen vorig verflossen vorherig"): Last,
    _adjectives("dies laufend jetzig aktuell heurig"): This,
    _adjectives("nächst kommend"): Next,
}, hot=False)  # fmt: skip
de.words("backward", {_adjectives("letzt vergangen vorig"): -1}, hot=False)
de.words("forward", {_adjectives("nächst kommend"): 1}, hot=False)
de.words("same", {_adjectives("selb gleich jen dies") + "|demselben|derselben|denselben": None}, hot=False)
de.words("neighbour", {_adjectives("nächst folgend darauffolgend"): 1, _adjectives("vorig vorherig"): -1}, hot=False)
de.words("third", {"Anfang|Beginn": "START", "Mitte": "MID", "Ende": "END"}, hot=False)
_TURNS = {"anfang": "START", "beginn": "START", "mitte": "MID", "ende": "END"}
_WHOLES = {"Jahres": G.YEAR, "Monats": G.MONTH, "Wochen": G.WEEK}
de.words("turn", {
    f"{whole}{turn}": (unit, mod) for whole, unit in _WHOLES.items() for turn, mod in _TURNS.items()
    if (whole, turn) != ("Wochen", "ende")
})  # fmt: skip

_ONES = "zwei drei vier fünf sechs sieben acht neun"
_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_CARDINALS = _numbered(_ONES, 2) | _numbered(_TEENS, 10) | {w: 10 * n for w, n in _numbered(_TENS, 2).items()}
_CARDINALS |= {
    f"{one}und{ten}": n + 10 * tens
    for one, n in ({"ein": 1} | _numbered(_ONES, 2)).items()
    for ten, tens in _numbered(_TENS, 2).items()
}
de.words(
    "cardinal",
    {**_CARDINALS, "beiden|beide|zwo|zweier": 2, "dreier": 3, "hundert|einhundert": 100, "tausend": 1000},
    hot=False,
)
de.words(
    "halves", {"eineinhalb|anderthalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5, "viereinhalb": 4.5}, hot=False
)
de.words(
    "unstated",
    {"ein paar|lange|langen|" + _adjectives("einig mehrer viel wenig etlich zahlreich zig manch"): None},
    hot=False,
)
_ORDINALS = "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft"
de.words("ordinal", {_adjectives(stem): number for stem, number in _numbered(_ORDINALS).items()}, hot=False)
de.words("last_one", {_adjectives("letzt"): -1}, hot=False)
de.words("first_one", {_adjectives("erst"): 1, _adjectives("letzt"): -1}, hot=False)
de.words(
    "hedge",
    {
        "mehr als|länger als": "MORE_THAN",
        "weniger als|fast|knapp|beinahe|nahezu|nicht einmal": "LESS_THAN",
        "rund|etwa|ungefähr|circa|zirka|ca.|gut|fast genau|annähernd": "APPROX",
        "mindestens|wenigstens|zumindest": "EQUAL_OR_MORE",
        "höchstens|maximal|bis zu": "EQUAL_OR_LESS",
    },
    hot=False,
)
de.words(
    "ordinary",
    {
        _adjectives("lang ganz voll weiter knapp gut aufeinanderfolgend kurz schwer schwierig turbulent")
        + "|ganze": None
    },
    hot=False,
)
de.words("whole", {_adjectives("ganz gesamt"): None}, hot=False)
de.words("each", {_adjectives("jed"): "EACH"}, hot=False)


def _fixed(granularity: G, year: int) -> Expression:
    return Fixed(unit(granularity, datetime(year, 1, 1)))


# What only looks like a time

_COUNTED = """Menschen Personen Euro Mark Franken Dollar Schilling Lire Mitarbeiter Mitarbeitern Einwohner Einwohnern
Meter Metern Kilometer Kilometern Quadratmeter Quadratmetern Kubikmeter Kilo Kilogramm Gramm Tonnen Liter Hektar
Zuschauer Zuschauern Besucher Besuchern Mitglieder Mitgliedern Stimmen Unterschriften Arbeitsplätze Arbeitsplätzen
Flüchtlinge Flüchtlingen Soldaten Schüler Schülern Kinder Kindern Teilnehmer Teilnehmern Seiten Stück Prozent Grad
Watt Kilowatt Megawatt Tote Toten Fälle Fällen Betriebe Betrieben Wohnungen Häuser Plätze Plätzen Studenten"""
de.words("counted", {"|".join(_COUNTED.split()): None}, hot=False)
de.words("numbered", {"Agenda|Windows|Boeing|Airbus|Tel|Telefon|Postfach|Nr|Nummer|Paragraf|Artikel": None}, hot=False)
de.words("aged", {_adjectives("alt") + "|alt|jung|älter|jünger": None}, hot=False)
de.words("age", {"Alter": None}, hot=False)
de.words("greeting", {"Guten|guten|Gute|gute": None}, hot=False)
de.words("paper", {"Zeitung|Rundschau|Kurier|Blatt|Demonstration|Demonstrationen": None}, hot=False)
de.look_alike(
    "{length} {aged}",
    "(ab|unter|über|von) {length} {aged}",
    "{age} von ({hedge} )?{length}",
    "(ab|unter) {length}",
    "{year} {counted}",
    "{numbered} {year}",
    "{numbered}. {year}",
    "{greeting} {part_alone}",
    "{greeting} {the_day}",
    "{weekday}-{paper}",
)


# Counts and lengths


@de.phrase("count", "{int}", "{cardinal:int}", "{halves:int}", "{unstated:int}")
def counted(int: Count) -> tuple[Count]:  # noqa: A002 - the slot's name
    return (int,)


@de.phrase("count", "{int},{int:tenths}")
def decimal(int: int, tenths: int) -> tuple[Count] | None:  # noqa: A002
    return (int + tenths / 10,) if tenths < 10 else None


@de.phrase("count", "{int}.{int:thousandth}")
def thousands(int: int, thousandth: int) -> tuple[Count] | None:  # noqa: A002
    return (int * 1000 + thousandth,) if 0 < int < 1000 > thousandth else None


@de.phrase("nth", "{ordinal}", "{day:ordinal}")
def nth(ordinal: int) -> int:
    return ordinal


Counted = tuple[Count]
_A = "(ein|eine|einen|einem|einer|eines)"


@de.phrase("length", "{count} ({ordinary} )?{units}")
def counted_units(count: Counted, units: G, ordinary: None = None) -> Period:
    return Period(units, count[0])


@de.phrase("length", f"{_A} ({{ordinary}} )?{{unit}}")
def one_unit(unit: G, ordinary: None = None) -> Period:
    return Period(unit, 1)


@de.phrase("length", f"{_A} {{half}} {{unit}}", "{half} {unit}")
def half_unit(unit: G, half: None) -> Period | None:
    return Period(unit, 0.5) if unit in (G.HOUR, G.DAY, G.YEAR, G.CENTURY) else None


@de.phrase(
    "length", "{count:first} {units:unit} und {count} {units:finer}", f"{_A} {{unit}} und {{count}} {{units:finer}}"
)
def compound(unit: G, count: Counted, finer: G, first: Counted = (1,)) -> Period | None:
    return Period(unit, first[0], None, Period(finer, count[0])) if finer < unit else None


@de.phrase("length", "{count:low} (bis|oder) {count} {units}", "{count:low}-{count} {units}")
def between_counts(count: Counted, units: G, low: Counted) -> Period:
    return Period(units, count[0])


de.words("half", {_adjectives("halb"): None}, hot=False)
_SPANS = {"tägig": G.DAY, "wöchig": G.WEEK, "monatig": G.MONTH, "stündig": G.HOUR, "minütig": G.MINUTE}
de.words("long_adjective", {_adjectives(word): unit for word, unit in _SPANS.items()} | {"jähriges": G.YEAR})
de.words("long_word", {
    _adjectives(number + word): Period(unit, count)
    for number, count in {**_numbered("ein " + _ONES + " zehn"), "mehr": None}.items()
    for word, unit in _SPANS.items()
} | {_adjectives("mehrjährig langjährig"): Period(G.YEAR)})  # fmt: skip
_LONG = {"stunden": G.HOUR, "tage": G.DAY, "wochen": G.WEEK, "monate": G.MONTH, "jahre": G.YEAR, "jahrzehnte": G.DECADE}
de.words("for_long", {f"{w}lang|" + _adjectives(f"{w}lang"): Period(unit) for w, unit in _LONG.items()})


@de.phrase("length", "{int} {long_adjective}", "{count:int} {hour_word}-{week_word:long_adjective}")
def adjective_length(int: int | Counted, long_adjective: G, hour_word: None = None) -> Period:  # noqa: A002
    return Period(long_adjective, int) if not isinstance(int, tuple) else Period(G.HOUR, int[0])


de.words("hour_word", {"Stunden": None})
de.words("week_word", {"Woche": G.WEEK})


@de.phrase("length", "{long_word}", "{for_long:long_word}")
def length_in_a_word(long_word: Period) -> Period:
    return long_word


@de.rule(
    ("{length}", "{length} lang", "({hedge} )?{length}( lang)?", "{whole} {length}", f"{_THE}{{whole}} {{length}}"),
    {
        "Sie sprachen [zwei Stunden].": "PT2H",
        "Er war [drei Jahre und vier Monate lang] fort.": "P3Y4M",
        "Das dauerte [eine Woche].": "P1W",
        "Nach [mehr als zehn Jahren] kam sie zurück.": "P10Y",
        "Sie war [tagelang] unterwegs.": "PXD",
        "Er nahm an einer [dreitägigen] Reise teil.": "P3D",
        "Es waren [2,5 Stunden].": "PT2H30M",
        "Das Kind ist drei Jahre alt.": None,
        "Eintritt ab 16 Jahren.": None,
    },
)
def length(length: Period, hedge: str | None = None, whole: None = None) -> Period | None:
    if length.granularity in (G.QUARTER, G.CENTURY, G.MILLENNIUM) and length.count == 1:
        return None
    return Period(length.granularity, length.count, hedge, length.rest) if hedge else length


@de.rule("<seit|vor|nach|in|binnen> {units}", {"Er fehlt seit [Jahren].": "PXY", "Das war vor [Wochen].": "PXW"})
def unstated_length(units: G) -> Period:
    return Period(units)


@de.rule(
    (f"{_THE}{{backward}} {{length}}", f"{_THE}{{count}} {{backward}} {{unit}}"),
    {"In [den vergangenen zwei Monaten] fiel es.": "P2M"},
)
def past_stretch(
    backward: int, length: Period | None = None, count: Counted = (None,), unit: G = G.DAY
) -> Reach | Period | None:
    whole = length or Period(unit, count[0])
    return vague.stretching(whole, -1) if whole.count is not None else vague.recent(whole.granularity)


@de.rule(f"{_THE}{{forward}} {{length}}", {"In [den nächsten fünf Jahren] wächst es.": "P5Y"})
def coming_stretch(forward: int, length: Period) -> Reach | None:
    return vague.stretching(length, 1) if length.count is not None else vague.next_few(length.granularity)


@de.rule(f"{_THE}{{backward}} {{units}}", {"In [den vergangenen Jahren] stieg es.": "PXY"})
def recent(backward: int, units: G) -> Reach:
    return vague.recent(units)


@de.rule(f"{_THE}{{forward}} {{units}}", {"In [den kommenden Wochen] wird gebaut.": "PXW"})
def coming(forward: int, units: G) -> Reach:
    return vague.next_few(units)


de.words("beyond", {"später|danach|darauf": 1, "zuvor|davor|früher|vorher": -1}, hot=False)


@de.rule("({hedge} )?{length} {beyond}", {"[Zwei Tage später] trat er zurück.": "2026-11-20"})
def beyond(length: Period, beyond: int, hedge: str | None = None) -> Meaning | None:
    if length.count is None:
        return vague.ago(length.granularity) if beyond < 0 else vague.ahead(length.granularity)
    if length.count != int(length.count) or length.rest is not None or length.count > 5000:
        return None
    moved = Moved(length.granularity, beyond * int(length.count), STORY, keep=length.granularity <= G.WEEK)
    return Modified(moved, "APPROX") if hedge else moved


# Days and their parts


@de.phrase("near", "{deictic}")
def deictic_day(deictic: int) -> Expression:
    return Day(deictic)


@de.phrase("near", "{weekday}")
def bare_weekday(weekday: Repeating) -> Expression:
    return Bare(weekday, lean=1.0)


@de.phrase("near", f"{_THE}{{which}} {{weekday}}")
def directed_weekday(which: Which, weekday: Repeating) -> Expression:
    return which(weekday)


@de.phrase("near", f"{_THE}{{deictic_adjective}} {{weekday}}", "heute,? {weekday}")
def named_deictic(weekday: Repeating, deictic_adjective: int = 0) -> Expression:
    return Day(deictic_adjective)


@de.phrase("near", "{weekday} {which} {week_word}", "{which} {week_word} {weekday}")
def weekday_of_week(weekday: Repeating, which: Which, week_word: G) -> Expression:
    return Within(weekday, which(Unit(week_word)))


@de.rule(
    "{near}",
    {
        "Er trat [gestern] zurück.": "2026-11-17",
        "[Übermorgen] wird gewählt.": "2026-11-20",
        "Das sagte sie am [Dienstag].": "2026-11-17",
        "Am [Freitag] wird verhandelt.": "2026-11-20",
        "Am [kommenden Montag] öffnet das Haus.": "2026-11-23",
        "[Der vergangene Sonntag] war warm.": "2026-11-15",
        "Am [heutigen Mittwoch] tagt der Rat.": "2026-11-18",
    },
)
def near_day(near: Expression) -> Expression:
    return near


@de.phrase("near_part", "{near} {part}", "{near} {usual_part:part}")
def part_of_near_day(near: Expression, part: Repeating) -> Expression:
    return Within(part, near)


@de.phrase("near_part", "{weekday_part}")
def part_of_weekday(weekday_part: tuple[int, PartOfDay]) -> Expression:
    return Within(weekday_part[1], Bare(Weekday(weekday_part[0]), lean=1.0))


@de.phrase("near_part", f"{_THE}{{which}} {{weekday_part}}")
def part_of_directed_weekday(which: Which, weekday_part: tuple[int, PartOfDay]) -> Expression:
    return Within(weekday_part[1], which(Weekday(weekday_part[0])))


@de.rule(
    "{near_part}",
    {
        "Das sagte er [gestern Abend].": "2026-11-17TEV",
        "Sie kamen [heute früh] an.": "2026-11-18TMO",
        "Am [Donnerstagabend] hat es geregnet.": "2026-11-12TEV",
        "[Morgen früh] fährt der erste Zug.": "2026-11-19TMO",
    },
)
def near_part(near_part: Expression) -> Expression:
    return near_part


@de.rule(
    (
        "<am|vom|gegen|zum> ({sooner} )?{part_alone}",
        "<bis zum|bis in den> ({sooner} )?{part_alone}",
        "<an> (diesem|jenem) {part_alone}",
        "(der|den|dem|des|eines) ({whole} )?{part_alone}",
    ),
    {"Am [Morgen] kamen sie an.": "2026-11-18TMO", "Gegen [Abend] war es vorbei.": "2026-11-18TEV"},
)
def part_of_the_day(part_alone: Repeating, sooner: None = None, whole: None = None) -> Expression:
    return Within(part_alone, SCENE)


@de.rule(f"{_THE}{{neighbour}} {{part_alone}}", {"Am [nächsten Morgen] war er fort.": "2026-11-19TMO"})
def part_of_neighbouring_day(neighbour: int, part_alone: Repeating) -> Expression:
    return Within(part_alone, Day(neighbour, STORY))


@de.rule(
    ("<über> {nightly}", "<in> der {nightly}", f"{_THE}({{sooner}} )?{{early_hours:nightly}}"),
    {"Über [Nacht] fiel Schnee.": "2026-11-18TNI", "In [den frühen Morgenstunden] brannte es.": "2026-11-18TMO"},
)
def part_by_the_light(nightly: Repeating, sooner: None = None) -> Expression:
    return Within(nightly, SCENE)


de.words("nightly", {"Nacht": NIGHT})
de.words("sooner", {_adjectives("früh spät"): None}, hot=False)


@de.rule(
    ("der {nightly} (zum|auf|zu) {near}", "{nightly} (zum|auf|zu) {near}"),
    {"In [der Nacht zum Sonntag] brannte es.": "2026-11-14TNI"},
)
def night_before(nightly: Repeating, near: Expression) -> Expression:
    return Within(nightly, Day(-1, near))


@de.rule(
    (f"{_THE}{{same}} {{the_day}}", "am {same} {the_day}"),
    {"An [diesem Tag] regnete es.": "2026-11-18"},
)
def same_day(same: None, the_day: None) -> Expression:
    return Day(0, STORY)


@de.rule(
    (f"{_THE}{{neighbour}} {{the_day}}", "{the_day} {beyond:neighbour}", "{day_before}"),
    {"Am [nächsten Tag] brach es ein.": "2026-11-19", "Am [Vortag] war er da.": "2026-11-17"},
)
def neighbouring_day(neighbour: int = -1, the_day: None = None, day_before: None = None) -> Expression:
    return Day(neighbour, STORY)


# Dates in writing and in figures


@de.phrase("day_number", "{day}", "{ordinal:day}")
def day_number(day: int) -> int:
    return day


@de.phrase("month_day", "{day_number} {month}", "{day_number} {short_month:month}")
def day_of_month(day_number: int, month: Month) -> DayOfMonth:
    return DayOfMonth(day_number, month.number)


@de.phrase("date_alone", "{month_day}(,| )?{a_year}", "{month_day} {a_year}", "{month_day}")
def date_alone(month_day: Repeating, a_year: Expression | None = None) -> Expression:
    return Bare(month_day, lean=0.5, pull=0.3) if a_year is None else Within(month_day, a_year)


@de.phrase("date_alone", "{day}.{day:month}.{year}", "{day} {day:month} {year}", "{year}-{month2:month}-{day2:day}")
def numeric_date(day: int, month: int, year: int) -> Expression | None:
    return Possible(year, month, day) if month <= 12 else None


@de.phrase("date_alone", "{day}.{day:month}.{year}", "{year}-{minute:month}-{minute:day}")
def no_date(day: int, month: int, year: int) -> Expression | None:
    return Possible(year, month, day)


@de.phrase("date", "{date_alone}", "{weekday},? ((den|dem|der) )?{date_alone}", "{short_weekday:weekday}, {date_alone}")
def date(date_alone: Expression, weekday: Weekday | None = None) -> Expression:
    if weekday is not None and isinstance(date_alone, Bare) and isinstance(date_alone.kind, DayOfMonth):
        return Bare(DayOfMonth(date_alone.kind.day, date_alone.kind.month, weekday.number), lean=0.5, pull=0.0)
    return date_alone


@de.rule(
    "{date}",
    {
        "Am [20. September] kam sie an.": "2026-09-20",
        "Am [3. Mai 2021] regnete es.": "2021-05-03",
        "Am [Freitag, 20. September 2024], ging er.": "2024-09-20",
        "Am [20.09.2024] wurde verhandelt.": "2024-09-20",
        "Am [24. 3. 1976] war es so weit.": "1976-03-24",
        "Am [8. Mai dieses Jahres] sprach sie.": "2026-05-08",
        "Am 31.02.2024 war nichts.": None,
    },
)
def written_date(date: Expression) -> Expression:
    return date


@de.rule("<am|vom|zum|ab|bis|dem|den> {day}.{day:month}", {"Am [3.9]. begann es.": "2026-09-03"})
def day_and_month(day: int, month: int) -> Expression | None:
    return Bare(DayOfMonth(day, month), lean=0.5, pull=0.3) if month <= 12 else None


@de.rule(("{date} {usual_part:part}", "{date} {part}"), {"Am [3. Mai 2021 abends] regnete es.": "2021-05-03TEV"})
def part_of_date(date: Expression, part: Repeating) -> Expression:
    return Within(part, date)


@de.rule(
    (
        "{day} (bis|bis zum|und|oder) {day:last} {month}( {a_year})?",
        "{day}-{day:last} {month}( {a_year})?",
        "{day}/{day:last} {month}( {a_year})?",
    ),
    {
        "Vom [4.] bis 9. Juni 2024 trafen sie sich.": "2024-06-04",
        "Vom 4. bis zum [9. Juni 2024] blieb sie.": "2024-06-09",
    },
)
def days_of_month(day: int, last: int, month: Month, a_year: Expression | None = None) -> Expression | None:
    if day >= last:
        return None
    ends = [DayOfMonth(number, month.number) for number in (day, last)]
    first, second = (Bare(end, lean=0.5, pull=0.3) if a_year is None else Within(end, a_year) for end in ends)
    return Span(first, second)


# Clock times

de.words("clock_word", {"Uhr": None})
de.words("hour_word_noon", {"Mitternacht": 0})
de.words("before_hour", {"halb": -30, "viertel nach": 15, "viertel vor": -15})


@de.phrase("figures", "{hour}", "{cardinal:hour}", "ein")
def full_hour(hour: int = 1) -> Clock | None:
    return Clock(hour, 0) if hour <= 24 else None


@de.phrase("figures", "{hour}.{minute}", "{hour}:{minute}")
def hour_and_minute(hour: int, minute: int) -> Clock | None:
    return Clock(hour, minute) if hour < 24 or not minute else None


@de.phrase("clock", "{figures} {clock_word}( {minute})?", "{figures} {clock_word} {cardinal:minute}")
def clock(figures: Clock, clock_word: None, minute: int | None = None) -> Clock | None:
    if minute is None:
        return figures
    return Clock(figures.hour, minute) if not figures.minute and minute < 60 and figures.hour < 24 else None


@de.phrase("clock", "{int:hour}:{int:minute} {clock_word}", "{int:hour} {clock_word}")
def no_clock(hour: int, clock_word: None, minute: int = 0) -> Clock | None:
    """Said to be impossible."""
    return Clock(hour, minute) if 24 < hour < 100 > minute or (hour < 24 and 59 < minute < 100) else None


@de.phrase("clock", "{hour}:{minute}")
def clock_in_figures(hour: int, minute: int) -> Clock | None:
    return Clock(hour, minute) if hour < 24 or not minute else None


@de.rule(
    ("{clock}", "<um|gegen|nach|vor|ab|bis> {hour_word_noon:clock}"),
    {
        "Beginn ist um [20.30 Uhr].": "2026-11-18T20:30",
        "Um [neun Uhr] ging es los.": "2026-11-18T09:00",
        "Um [8 Uhr] ging es los.": "2026-11-18T08:00",
        "Die Frist endet um [24 Uhr].": "2026-11-19T00:00",
    },
)
def clock_today(clock: Clock | int) -> Expression:
    return Within(clock if isinstance(clock, Clock) else Clock(clock, 0), SCENE)


@de.rule(
    ("<um|gegen|ab|bis> {before_hour} {cardinal}( {clock_word})?",),
    {"Um [halb neun] ging es los.": "2026-11-18T08:30"},
)
def clock_by_halves(before_hour: int, cardinal: int, clock_word: None = None) -> Expression | None:
    hour, minute = divmod(cardinal * 60 + before_hour, 60)
    return Within(Clock(hour, minute), SCENE) if 0 < cardinal <= 12 else None


@de.rule(
    ("{figures:first}-{clock:last}", "{figures:first} (bis|und) {clock:last}"),
    {"Offen von [14.30] bis 18 Uhr.": "2026-11-18T14:30", "Offen von 14-[18 Uhr].": "2026-11-18T18:00"},
)
def clock_range(first: Clock, last: Clock) -> Expression:
    return Span(Within(first, SCENE), Within(last, SCENE))


# Weeks, months, seasons, years and longer


@de.phrase("a_year", "{year}", f"{_THE}{{year_word}} {{year}}", "anno {year}")
def year(year: int, year_word: G = G.YEAR) -> Expression:
    return _fixed(G.YEAR, year)


@de.phrase("a_year", f"{_THE}{{year_word}} {{int}}")
def early_year(int: int, year_word: G) -> Expression | None:  # noqa: A002 - the slot's name
    return _fixed(G.YEAR, int) if 100 <= int < 1000 else None


@de.phrase("a_year", "{int} {era}")
def era(int: int, era: int) -> Expression | None:  # noqa: A002
    if not 0 < int < 5000:
        return None
    return bygone(G.YEAR, int) if era < 0 else _fixed(G.YEAR, int)


@de.phrase("a_year", f"{_THE}{{which}} {{year_word}}")
def directed_year(which: Which, year_word: G) -> Expression:
    return which(Unit(year_word))


@de.phrase("a_year", f"{_THE}{{year_before}}")
def year_before(year_before: Expression) -> Expression:
    return year_before


de.words("era", {"v. Chr.|v. u. Z.": -1, "n. Chr.|n. u. Z.": 1})
de.words("century_word", {"Jahrhundert|Jahrhunderts|Jahrhunderten|Jh.": None})
_DECADES = "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger"
de.words("decade_name", {word: 1910 + 10 * n for word, n in _numbered(_DECADES).items()})
de.words("decade_noun", {f"{word.capitalize()}n": 1910 + 10 * n for word, n in _numbered(_DECADES).items()})
de.words("quarter", {"Quartal|Quartals|Quartale|Vierteljahr": G.QUARTER, "Halbjahr|Halbjahrs|Halbjahres": G.HALF})
de.words("quarter_letter", {"Q": G.QUARTER, "H": G.HALF})
de.words("calendar_week", {"Kalenderwoche|KW": G.WEEK})
_OF_YEAR = "( |, ){a_year}"


@de.phrase("span", f"{_THE}{{which}} {{unit}}")
def directed_unit(which: Which, unit: G) -> Expression | None:
    return which(Unit(unit)) if unit > G.DAY else None


@de.phrase("span", f"{_THE}{{unit_before}}")
def unit_before(unit_before: G) -> Expression:
    return Last(Unit(unit_before))


@de.phrase("name", "{month}", "{season:month}")
def name(month: Repeating) -> Repeating:
    return month


@de.phrase("span", f"{_THE}{{which}} {{name}}", f"{_THE}{{which}} {{weekend:name}}")
def directed_name(which: Which, name: Repeating) -> Expression:
    return which(name)


@de.phrase("span", f"{_THE}{{name}}")
def bare_name(name: Repeating) -> Expression:
    return Bare(name, lean=0.5, pull=0.2 if name.granularity is G.SEASON else 0.42)


@de.phrase("span", f"{_THE}{{name}}{_OF_YEAR}")
def name_of_year(name: Repeating, a_year: Expression) -> Expression:
    return Within(name, a_year)


@de.phrase("span", f"{_THE}{{weekend}}")
def bare_weekend(weekend: Repeating) -> Expression:
    return Bare(weekend, lean=1.0)


@de.phrase("span", f"{_THE}{{nth}} {{quarter}}", "{quarter_letter:quarter}{int:nth}")
def bare_quarter(nth: int, quarter: G) -> Expression | None:
    return Bare(PartOfYear(quarter, nth), lean=0.95, pull=0.2) if nth <= (4 if quarter is G.QUARTER else 2) else None


@de.phrase("span", f"{_THE}{{nth}} {{quarter}}{_OF_YEAR}", f"{{quarter_letter:quarter}}{{int:nth}}{_OF_YEAR}")
def part_of_year(nth: int, quarter: G, a_year: Expression) -> Expression | None:
    return Within(PartOfYear(quarter, nth), a_year) if nth <= (4 if quarter is G.QUARTER else 2) else None


@de.phrase("span", f"{_THE}{{first_one}} {{week_day_unit}} {_THE}{{name}}({_OF_YEAR})?")
def unit_of_month(first_one: int, week_day_unit: G, name: Repeating, a_year: Expression | None = None) -> Expression:
    return Nth(first_one, Unit(week_day_unit), bare_name(name) if a_year is None else Within(name, a_year))


@de.phrase("span", "{calendar_week} {int}", f"{_THE}{{int}} {{calendar_week}}")
def week_by_number(calendar_week: G, int: int) -> Expression | None:  # noqa: A002
    return Nth(int, Unit(calendar_week), This(Unit(G.YEAR))) if 0 < int < 54 else None


@de.phrase(
    "span",
    f"{_THE}{{year}}er {{years_word}}",
    f"{_THE}{{decade_name:year}} {{years_word}}",
    f"{_THE}{{decade_noun:year}}",
)
def decade(year: int, years_word: G = G.YEAR) -> Expression | None:
    return _fixed(G.DECADE, year) if year % 10 == 0 else None


@de.phrase("span", f"{_THE}{{year2}}er {{years_word}}", "den {year2}ern")
def short_decade(year2: int, years_word: G = G.YEAR) -> Expression | None:
    return _fixed(G.DECADE, (1900 if year2 > 10 else 2000) + year2) if year2 % 10 == 0 else None


@de.phrase("span", f"{_THE}{{nth}} {{century_word}}")
def century(nth: int, century_word: None) -> Expression | None:
    return _fixed(G.CENTURY, (nth - 1) * 100 or 1) if 1 <= nth <= 21 else None


@de.phrase("span", "{year}/{year2}", "{year}/{year:year2}")
def two_years(year: int, year2: int) -> Expression | None:
    if year2 % 100 != (year + 1) % 100:
        return None
    return TwoYears(_fixed(G.YEAR, year), _fixed(G.YEAR, year + 1), f"{year}/{year + 1}")


de.words("week_day_unit", {"Tag|Tage": G.DAY, "Woche": G.WEEK, "Wochenende": G.WEEKEND}, hot=False)


@de.rule(
    ("{span}", "{a_year}"),
    {
        "Die Preise stiegen im [vergangenen Monat].": "2026-10",
        "[Nächste Woche] wird beraten.": "2026-11-23/2026-11-29",
        "In [der vergangenen Woche] fiel der Kurs.": "2026-11-09/2026-11-15",
        "Im [Jahr 2015] wurde es gebaut.": "2015",
        "Das war [2015] so.": "2015",
        "Das geschah im [Mai 2024].": "2024-05",
        "Es war im [Frühjahr 1998].": "1998-SP",
        "Es war im [Sommer des Jahres 2005] heiß.": "2005-SU",
        "In [den 90er Jahren] wuchs sie.": "199",
        "In [den siebziger Jahren] wuchs sie.": "197",
        "Im [18. Jahrhundert] brannte sie ab.": "17",
        "Das war [490 v. Chr]. so.": "BC0490",
        "Im [zweiten Halbjahr 2025] wuchs es.": "2025-H2",
        "Im [dritten Quartal] sank der Umsatz.": "2026-Q3",
        "Im [Vorjahr] war es mehr.": "2025",
        "Am [Wochenende] war er dort.": "2026-11-14/2026-11-15",
        "Im [Januar] flog er nach Rom.": "2026-01",
        "Frau Mai lachte.": None,
        "Sie hat 2000 Mitarbeiter.": None,
    },
)
def calendar_span(span: Expression | None = None, a_year: Expression | None = None) -> Expression | None:
    return span or a_year


@de.phrase("span_of", f"{_THE}{{unit}}")
def the_unit(unit: G) -> Expression | None:
    return This(Unit(unit)) if G.DAY < unit < G.DECADE else None


@de.rule(
    ("{third} {span}", "{third} {a_year:span}", "{third} {span_of:span}"),
    {
        "Es öffnet [Anfang 2027].": "2027",
        "[Mitte September] war es vorbei.": "2026-09",
        "Bis [Ende dieses Jahres] steht es.": "2026",
        "Sie kommen [Mitte nächsten Jahres].": "2027",
        "Das war [Ende der neunziger Jahre] so.": "199",
        "Das sagte er [Anfang der Woche].": "2026-W47",
    },
)
def third_of_span(third: str, span: Expression) -> Modified:
    return Modified(span, third)


@de.rule(
    ("{turn}", f"{{turn}}{_OF_YEAR}", f"{_THE}{{turn}}"),
    {"Bis [Jahresende] wird gebaut.": "2026", "Zum [Monatsanfang] war es voll.": "2026-11"},
)
def turn(turn: tuple[G, str], a_year: Expression | None = None) -> Modified:
    return Modified(a_year or This(Unit(turn[0])), turn[1])


@de.rule(f"{_THE}{{same}} {{unit}}", {"In [jener Woche] ging er.": "2026-11-16/2026-11-22"})
def same_unit(same: None, unit: G) -> Expression | None:
    return This(Unit(unit), STORY) if unit > G.DAY else None


# Named days

de.words(
    "holiday",
    {
        "Neujahr|Neujahrstag": Holiday("New Year's Day", 1, 1),
        "Dreikönigstag": Holiday("Epiphany", 1, 6),
        "Rosenmontag": Holiday("Shrove Monday", easter=-48),
        "Faschingsdienstag|Fastnacht": Holiday("Shrove Tuesday", easter=-47),
        "Aschermittwoch": Holiday("Ash Wednesday", easter=-46),
        "Palmsonntag": Holiday("Palm Sunday", easter=-7),
        "Gründonnerstag": Holiday("Maundy Thursday", easter=-3),
        "Karfreitag": Holiday("Good Friday", easter=-2),
        "Karsamstag": Holiday("Holy Saturday", easter=-1),
        "Ostern|Ostersonntag": Holiday("Easter Sunday", easter=0),
        "Ostermontag": Holiday("Easter Monday", easter=1),
        "Tag der Arbeit": Holiday("Labour Day", 5, 1),
        "Christi Himmelfahrt": Holiday("Ascension Day", easter=39),
        "Muttertag": Holiday("Mother's Day", 5, weekday=7, nth=2),
        "Pfingsten|Pfingstsonntag": Holiday("Pentecost", easter=49),
        "Pfingstmontag": Holiday("Whit Monday", easter=50),
        "Fronleichnam": Holiday("Corpus Christi", easter=60),
        "Mariä Himmelfahrt": Holiday("Assumption", 8, 15),
        "Tag der Deutschen Einheit": Holiday("German Unity Day", 10, 3),
        "Nationalfeiertag": Holiday("Austrian National Day", 10, 26),
        "Reformationstag": Holiday("Reformation Day", 10, 31),
        "Allerheiligen": Holiday("All Saints' Day", 11, 1),
        "Allerseelen": Holiday("All Souls' Day", 11, 2),
        "Nikolaustag": Holiday("Saint Nicholas Day", 12, 6),
        "Heiligabend|Heiliger Abend": Holiday("Christmas Eve", 12, 24),
        "Weihnachten|Weihnachtstag": Holiday("Christmas Day", 12, 25),
        "Silvester": Holiday("New Year's Eve", 12, 31),
    },
)


@de.phrase("near", "{holiday}")
def bare_holiday(holiday: Repeating) -> Expression:
    return Bare(holiday, lean=0.5, pull=0.3)


@de.phrase("near", f"{_THE}{{which}} {{holiday}}")
def directed_holiday(which: Which, holiday: Repeating) -> Expression:
    return which(holiday)


@de.rule(f"{{holiday}}{_OF_YEAR}", {"[Ostern 2024] war früh.": "2024-03-31"})
def holiday_of_year(holiday: Repeating, a_year: Expression) -> Expression:
    return Within(holiday, a_year)


# Words that point and do not measure; sets of times

de.words("nowadays", {"jetzt|derzeit|zurzeit|zur Zeit|heutzutage|momentan|im Moment|zur Stunde": vague.NOW})
de.words("these_days", {"dieser Tage|diesen Tagen": vague.NOW})
de.words("once", {"damals|einst|früher": vague.PAST})
de.words("lately", {"kürzlich|neulich|unlängst|jüngst|letzter Zeit|jüngster Zeit": vague.RECENTLY})
de.words("soon", {"bald|demnächst|in Bälde": vague.SOON})
de.words("past_times", {"Vergangenheit|vergangenen Zeiten|vergangener Zeiten|früheren Zeiten": vague.PAST})
de.words("future_times", {"Zukunft": vague.FUTURE})


@de.rule(
    (
        "{nowadays:word}",
        "{these_days:word}",
        "{once:word}",
        "{lately:word}",
        "{soon:word}",
        "(der|die) {past_times:word}",
        "<zur|in> {past_times:word}",
        "<in> {future_times:word}",
    ),
    {
        "Es ist [jetzt] vorbei.": "PRESENT_REF",
        "Das war [damals] anders.": "PAST_REF",
        "[Bald] ist es vorbei.": "FUTURE_REF",
    },
)
def pointing(word: Reach) -> Reach:
    return word


de.words(
    "often",
    {
        "stündlich|" + _adjectives("stündlich"): G.HOUR,
        "täglich|alltäglich|" + _adjectives("täglich"): G.DAY,
        "wöchentlich|" + _adjectives("wöchentlich"): G.WEEK,
        "monatlich|" + _adjectives("monatlich"): G.MONTH,
        "jährlich|alljährlich|" + _adjectives("jährlich alljährlich"): G.YEAR,
    },
)
de.words("times", {"einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4, "mehrmals": None}, hot=False)
de.words("usual_part", {f"{part}s": _PARTS[part] for part in _PARTS if part != "früh"})


@de.rule("({times} )?{often}", {"Er kommt [täglich] vorbei.": "P1D", "Sie zahlt [jährlichen] Beitrag.": "P1Y"})
def often(often: G, times: int | None = None) -> Every:
    return Every(Period(often, 1).value, often, freq=None if times is None else f"{times}X")


@de.rule(("pro {unit}", "{each} {unit}"), {"Das kostet [pro Jahr] viel.": "P1Y", "Er läuft [jeden Tag].": "P1D"})
def every_unit(unit: G, each: str | None = None) -> Every:
    return Every(Period(unit, 1).value, unit, quant="EACH")


@de.rule("<im> {year_word}", {"Viermal im [Jahr] kommt sie.": "P1Y"})
def in_the_year(year_word: G) -> Every:
    return Every("P1Y", year_word)


@de.rule(("alle {length}", "alle paar {unit}"), {"Gewählt wird [alle vier Jahre].": "P4Y"})
def every_length(length: Period | None = None, unit: G = G.DAY) -> Every:
    return Every((length or Period(unit)).value, length.granularity if length else unit, quant="EVERY")


@de.rule(("{each} {weekday}", "{on_weekdays:weekday}"), {"Sie treffen sich [jeden Freitag].": "XXXX-WXX-5"})
def every_weekday(weekday: Weekday | int, each: str | None = None) -> Every:
    number = weekday.number if isinstance(weekday, Weekday) else weekday
    return Every(f"XXXX-WXX-{number}", quant="EVERY")


@de.rule(
    ("{usual_part}", "{each} {part_alone:usual_part}"),
    {"Er liest [abends].": "XXXX-XX-XXTEV"},
)
def every_part(usual_part: PartOfDay, each: str | None = None) -> Every:
    return Every(f"XXXX-XX-XXT{usual_part.code}", G.DAYPART)


@de.rule(
    "({year_word}|{the_day:year_word}) (für|um) ({year_word:again}|{the_day:again})",
    {"Es wuchs [Jahr für Jahr].": "P1Y"},
)
def one_by_one(year_word: G | None, again: G | None) -> Every | None:
    return Every("P1Y", G.YEAR) if year_word is again is G.YEAR else None
