"""How a date was worked out, as pages show it."""

from __future__ import annotations

from markupsafe import Markup, escape

from api.pages.dated import Dated
from api.pages.text import safe, shown
from timeline import wording
from timeline.interval import Granularity
from timeline.model import When
from timeline.remembering import Remembering

_REMEMBERED = 1000
_PARTS_OF_DAYS = {Granularity.DAYPART: "part of the day"}


def derivation(dated: Dated) -> Markup:
    """Of a time: from which words, counted from what, by which steps, and its notations."""
    return _derivation(dated)


def _derived(dated: Dated) -> Markup:
    when = dated.when
    named = f"“<bdi>{shown(when.text)}</bdi>”" if when.text else "No time is named"
    anchor = f", told from <bdi>{shown(wording.anchor(when.anchor))}</bdi>" if when.anchor else ""
    explained = f" <bdi>{shown(when.explanation)}</bdi>" if when.explanation else ""
    return safe(f"""
<p>{named}{anchor}: {escape(dated.words)}.{explained}</p>
<p class="notation">{_extent(dated)} {_notations(when, dated.edtf)}</p>
""")


def _extent(dated: Dated) -> str:
    when = dated.when
    if when.interval is None:
        return ""
    about, unit = ", approximately" if when.approximate else "", _PARTS_OF_DAYS.get(when.granularity)
    return (
        f"Some time within {dated.first or 'an open beginning'} to {dated.last or 'an open end'}{about}, "
        f"told to the {unit or when.granularity.word}."
    )


def _notations(when: When, edtf: str | None) -> str:
    mod = f" <code>{shown(when.timex.mod)}</code>" if when.timex.mod else ""
    extended = f', <abbr title="Extended date and time format, ISO 8601-2">EDTF</abbr> <code>{escape(edtf)}</code>'
    return (
        '<abbr title="Annotation of time in texts, ISO 24617-1">TIMEX3</abbr> '
        f"<code>{shown(when.timex.value)}</code>{mod}{extended if edtf else ''}"
    )


_derivation = Remembering(_derived, _REMEMBERED)
