"""Counts as English writes them: figures, words, and those nobody counted (``None``)."""

from __future__ import annotations

from timeline.algebra.lengths import Count
from timeline.languages.english.words import en

en.words("spoken", {"fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19})
en.words("two_thousand", {"two thousand": 2000})


@en.phrase("count", "{int}", "{pair:int}", "{dozen:int}", "{unstated:int}", "{cardinal:int}")
def counted(int: Count) -> tuple[Count]:  # noqa: A002 - the slot's name
    return (int,)


@en.phrase("cardinal", "{ones}", "{tens:ones}")
def one_word(ones: int) -> int:
    return ones


@en.phrase("cardinal", "{tens}(-|~){ones}")
def two_words(tens: int, ones: int) -> int | None:
    return tens + ones if ones < 10 else None


@en.phrase("cardinal", "{ones} {scale}( and {ones:more})?", "a {scale}")
def scaled(scale: int, ones: int = 1, more: int = 0) -> int:
    return ones * scale + more


@en.phrase("count", "{int}.{int:tenths}")
def decimal(int: int, tenths: int) -> tuple[Count] | None:  # noqa: A002
    return (int + tenths / 10,) if tenths < 10 else None


@en.phrase("count", "{int},{int:thousandth}")
def thousands(int: int, thousandth: int) -> tuple[Count] | None:  # noqa: A002
    return (int * 1000 + thousandth,) if 0 < int < 1000 > thousandth else None


@en.phrase("count", "{int} and {fraction}", "{cardinal:int} and {fraction}")
def and_a_half(int: int, fraction: float) -> tuple[Count]:  # noqa: A002
    return (int + fraction,)


@en.phrase("count", "{int} {int:upper}/{int:lower}", "{int}-{int:upper}/{int:lower}")
def mixed(int: int, upper: int, lower: int) -> tuple[Count] | None:  # noqa: A002
    return (int + upper / lower,) if 0 < upper < lower else None


@en.phrase("year_in_words", "{spoken}( hundred)? {tens}(-|~){ones}", "{spoken} {tens}", "{spoken} {ones}")
def century_and_years(spoken: int, tens: int = 0, ones: int = 0) -> int | None:
    return spoken * 100 + tens + ones if tens + ones > 9 and (ones < 10 or not tens) else None


@en.phrase("year_in_words", "{two_thousand}( and)? {ones}", "(the )?year {two_thousand}")
def two_thousand(two_thousand: int, ones: int = 0) -> int:
    return two_thousand + ones


@en.phrase("nth", "{ordinal}")
def ordinal_word(ordinal: int) -> int:
    return ordinal


@en.phrase("nth", "{int}{suffix}")
def ordinal_figure(int: int, suffix: None) -> int | None:  # noqa: A002
    return int if 0 < int < 100 else None
