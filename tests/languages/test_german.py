"""What holds for German beyond the examples of its rules; sentences are read on Friday 20 September 2024."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.algebra.repeating import Month
from timeline.languages import german
from timeline.mentions import Reference, tag
from timeline.model import Timex
from timeline.wire import earliest, latest

FRIDAY = Reference(datetime(2024, 9, 20))
DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
PARTS = {"morgen": "MO", "vormittag": "MO", "mittag": "MI", "nachmittag": "AF", "abend": "EV", "nacht": "NI"}
SENTENCES = [
    ("Der Rat hat am Dienstag getagt.", "Dienstag", "2024-09-17"),
    ("Der Rat wird am Dienstag tagen.", "Dienstag", "2024-09-24"),
    ("Am Dienstag soll es regnen.", "Dienstag", "2024-09-24"),
    ("Das Fest war im vergangenen Jahr.", "vergangenen Jahr", "2023"),
    ("Wir sehen uns nächste Woche.", "nächste Woche", "2024-W39"),
    ("Das kam letzten Monat.", "letzten Monat", "2024-08"),
    ("Seit 2005 wohnt sie hier.", "2005", "2005"),
    ("Beginn war am 25. Februar um 20.30 Uhr.", "20.30 Uhr", "2024-02-25T20:30"),
    ("Das war Mitte September so.", "Mitte September", "2024-09"),
    ("Ende 2025 ist Schluss.", "Ende 2025", "2025"),
    ("In den 90er Jahren gab es das.", "den 90er Jahren", "199"),
    ("Das stammt aus dem 20. Jahrhundert.", "dem 20. Jahrhundert", "19"),
    ("Bis Jahresende ist es fertig.", "Jahresende", "2024"),
    ("Am 23. 3. 1987 zog er um.", "23. 3. 1987", "1987-03-23"),
    ("Es war um halb neun.", "halb neun", "2024-09-20T08:30"),
    ("Heute früh hat es geschneit.", "Heute früh", "2024-09-20TMO"),
    ("Das war im ersten Quartal 2023.", "ersten Quartal 2023", "2023-Q1"),
    ("Das dauerte zweieinhalb Jahre.", "zweieinhalb Jahre", "P2Y6M"),
    ("Es blieb mehrere Wochen so.", "mehrere Wochen", "PXW"),
    ("Sie kamen zu Pfingsten.", "Pfingsten", "2024-05-19"),
    ("Am Pfingstmontag 2025 ist frei.", "Pfingstmontag 2025", "2025-06-09"),
    ("Im Sommer des Jahres 2005 war es heiß.", "Sommer des Jahres 2005", "2005-SU"),
    ("Er kommt jeden Morgen vorbei.", "jeden Morgen", "XXXX-XX-XXTMO"),
    ("Es dauerte den ganzen Abend.", "den ganzen Abend", "2024-09-20TEV"),
    ("Morgen kommt sie.", "Morgen", "2024-09-21"),
    ("Morgen früh kommt sie.", "Morgen früh", "2024-09-21TMO"),
    ("Es geschah in der Nacht zum Mittwoch.", "der Nacht zum Mittwoch", "2024-09-17TNI"),
]
NOTHING = [
    "Frau Mai und Herr August lachten.",
    "Guten Morgen, guten Tag und guten Abend!",
    "Das kostet 2000 Euro und wiegt 1950 Gramm.",
    "Die Verordnung gilt für Personen ab 16 Jahren.",
    "Sie ist 35 Jahre alt.",
    "Am 31. Februar wird nie etwas sein.",
]


def found(text: str) -> list[Timex]:
    return list(tag(text, FRIDAY, "de"))


@pytest.mark.parametrize(("sentence", "expression", "value"), SENTENCES)
def test_expression(sentence: str, expression: str, value: str) -> None:
    assert (expression, value) in [(timex.when.text, timex.when.timex.value) for timex in found(sentence)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_time_yields_nothing(text: str) -> None:
    assert [timex.when.text for timex in found(text)] == []


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("im {}en Jahr", "2023"),
        ("{}es Jahr", "2023"),
        ("in der {}en Woche", "2024-W37"),
        ("{}e Woche", "2024-W37"),
        ("{}en Monat", "2024-08"),
        ("am {}en Montag", "2024-09-16"),
    ],
)
@pytest.mark.parametrize("adjective", ["vergangen", "letzt", "vorig"])
def test_an_adjective_means_the_same_in_every_form(phrase: str, adjective: str, value: str) -> None:
    (timex,) = found(f"Es war {phrase.format(adjective)} so.")
    assert timex.when.timex.value == value


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_a_weekday_is_the_same_in_one_word_as_in_two(day: str, part: str) -> None:
    (one,), (two,) = found(f"Es war {day}{part} still."), found(f"Es war {day} {part} still.")
    assert one.when.timex == two.when.timex
    assert one.when.timex.value.endswith(f"T{PARTS[part]}")


@given(st.sampled_from(sorted(german.de.tables["cardinal"].items(), key=str)))
def test_a_number_in_words_counts_like_its_figures(number: tuple[str, object]) -> None:
    word, figures = number
    for text in (f"Es dauerte {word} Tage.", f"Es dauerte {figures} Tage."):
        (timex,) = found(text)
        assert timex.when.timex.value == f"P{figures}D"


@given(st.dates(datetime(1900, 1, 1).date(), datetime(2100, 12, 31).date()))
def test_a_date_is_the_same_in_figures_and_in_words(day: datetime) -> None:
    name = next(name for name, month in german.de.tables["month"].items() if month == Month(day.month))
    for written in (f"{day:%d.%m.%Y}", f"{day.day}. {name} {day.year}", f"{day.day}. {day.month}. {day.year}"):
        (timex,) = found(f"Es war am {written} so.")
        assert (timex.when.text, timex.when.timex.value) == (written, day.isoformat())


def test_the_dot_of_a_day_ends_no_sentence() -> None:
    (timex,) = found("Der Rat wird nach dem 3. Treffen am Sonntag wählen.")
    assert timex.when.timex.value == "2024-09-22"


def test_a_length_that_leads_back_keeps_its_value_and_has_a_place() -> None:
    (timex,) = found("Vor drei Wochen kam sie an.")
    assert (timex.when.text, timex.when.timex.type, timex.when.timex.value) == ("drei Wochen", "DURATION", "P3W")
    assert (earliest(timex.when), latest(timex.when)) == ("2024-08-26", "2024-09-01")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Es geht vom 5. bis 22. November.", ["5.", "22. November"]),
        ("Es geht vom 5. bis zum 9. Juni.", ["5.", "9. Juni"]),
        ("Offen ist von 14.30 bis 18 Uhr.", ["14.30", "18 Uhr"]),
        ("Es währte von 1926 bis 1995.", ["1926", "1995"]),
    ],
)
def test_the_ends_of_a_range_are_told_apart(text: str, ends: list[str]) -> None:
    first, last = found(text)
    assert [first.when.text, last.when.text] == ends
    assert last.closes


WORDS = "am 3. . Mai der des bis zum heute morgen Uhr 20.30 Jahre zwei und vor 1999"


@given(st.lists(st.sampled_from(WORDS.split())))
def test_any_words_are_read_without_fault_and_offsets_are_right(words: list[str]) -> None:
    text = " ".join(words)
    for timex in found(text):
        assert text[timex.start : timex.end] == timex.when.text
