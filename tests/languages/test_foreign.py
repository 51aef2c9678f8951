"""Dates in languages without a grammar, read on Tuesday 1 October 2024."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from dateparser.data.languages_info import language_order
from hypothesis import given
from hypothesis import strategies as st

from timeline.languages import MODULES
from timeline.mentions import Reference, tag
from timeline.mentions.locales import locale

TUESDAY = Reference(datetime(2024, 10, 1))
NAMED = st.deferred(
    lambda: st.sampled_from([code for code in language_order if code not in MODULES and locale(code).months])
)
"""Languages of whose months dateparser has names, which takes a second to find out."""
DATES = [
    ("es", "Fue el 12 de marzo de 2024.", "12 de marzo de 2024", "2024-03-12"),
    ("fr", "Le 3 mai 2023, il partit.", "3 mai 2023", "2023-05-03"),
    ("fr", "Depuis le 1er mai, il pleut.", "1er mai", "2024-05-01"),
    ("zh", "市议会于2024年9月20日批准。", "2024年9月20日", "2024-09-20"),
    ("zh", "计划于9月20日批准。", "9月20日", "2024-09-20"),
    ("ja", "それは2023年のことだ。", "2023年", "2023"),
    ("ko", "2024년 9월에 시작했다.", "2024년 9월", "2024-09"),
    ("pl", "Rada zebrała się 20 września 2024 roku.", "20 września 2024", "2024-09-20"),
    ("pl", "Stało się to w maju 2024.", "maju 2024", "2024-05"),
    ("ru", "Был май 2023 года.", "май 2023", "2023-05"),
    ("ru", "Это было в 1812 году.", "1812 году", "1812"),
    ("hu", "A döntés 2024. szeptember 20-án született.", "2024. szeptember 20", "2024-09-20"),
    ("he", "זה קרה ב-20 בספטמבר 2024 בעיר.", "20 בספטמבר 2024", "2024-09-20"),
    ("ar", "وقع ذلك في ٢٠ سبتمبر ٢٠٢٤ في المدينة.", "٢٠ سبتمبر ٢٠٢٤", "2024-09-20"),
    ("th", "เมื่อวันที่ 20 กันยายน 2567", "20 กันยายน 2567", "2024-09-20"),
    ("vi", "Vào ngày 20 tháng 9 năm 2024.", "20 tháng 9 năm 2024", "2024-09-20"),
    ("it", "Accadde il 25/04/2021 a Roma.", "25/04/2021", "2021-04-25"),
    ("fil", "Noong 3/14/2024 ito.", "3/14/2024", "2024-03-14"),
    ("pt", "Foi construído em 2015.", "2015", "2015"),
    ("sv", "Det var 2024-05-06 i Lund.", "2024-05-06", "2024-05-06"),
    ("xx", "qux (1998) quux", "1998", "1998"),
]
NO_DATES = [
    ("es", "Ayer llegaron 2.015 personas y 1500 coches, y el martes hará 30 grados."),
    ("es", "Hace tres semanas, dentro de dos días, el año pasado."),
    ("fr", "Il a payé 2000 € pour 2000 personnes et marqué 3 fois en mars."),
    ("it", "Ha vinto 3 set a 1 e perso 2 mar."),
    ("ru", "Купили 1500 г сахара и 2000 штук."),
    ("fr", "Le 31 février 2024 n'existe pas."),
    ("nl", "Bel 020-2024123 of kijk op 10.20.30.40."),
]


def values(language: str, text: str) -> list[tuple[str, str]]:
    return [(timex.when.text, timex.when.timex.value) for timex in tag(text, TUESDAY, language)]


@pytest.mark.parametrize(("language", "text", "expression", "value"), DATES)
def test_an_explicit_date_is_read_as_fine_as_it_was_written(
    language: str, text: str, expression: str, value: str
) -> None:
    assert values(language, text) == [(expression, value)]


@pytest.mark.parametrize(("language", "text"), NO_DATES)
def test_nothing_relative_and_no_number_is_taken_for_a_date(language: str, text: str) -> None:
    assert values(language, text) == []


def test_the_rule_is_named() -> None:
    (timex,) = tag("le 3 mai 2023", TUESDAY, "fr")
    assert timex.rule == "dateparser"


@given(NAMED, st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.data())
def test_every_language_of_dateparser_has_its_dates(language: str, day: date, data: st.DataObject) -> None:
    here = locale(language)
    name = data.draw(st.sampled_from(sorted(n for n, m in here.months.items() if m == day.month and n[:3] != "de ")))
    assert values(language, f"x {day.day} {name} {day.year} y") == [(f"{day.day} {name} {day.year}", day.isoformat())]
    bare = values(language, f"x {day.day} {name} y")
    assert [value[4:] for _, value in bare] == ([f"-{day:%m-%d}"] if name in here.full else [])


@given(NAMED, st.text() | st.text(alphabet="1290./- 年月日\nmayo", min_size=20))
def test_any_text_is_read_without_fault_and_offsets_are_right(language: str, text: str) -> None:
    for timex in tag(text, TUESDAY, language):
        assert text[timex.start : timex.end] == timex.when.text != ""


@pytest.mark.parametrize("text", ["1 de " * 50_000, "mayo " * 50_000, "9" * 300_000, "1." * 100_000, " \n" * 100_000])
@pytest.mark.timeout(20)
def test_long_texts_are_read_in_bounded_time(text: str) -> None:
    assert values("es", text) == []
