"""What stands in many entries of a page: quotations with their origins, and how dates were worked out.

Functions, where other pieces of pages are templates: on these a new entry spent half of its time, and a template takes
several times as long.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from api.pages.dated import Dated
from api.pages.text import boxed, link, pieces, safe, shown, titled
from timeline import wording
from timeline.interval import Granularity
from timeline.model import Source, When
from timeline.remembering import Remembering

_REMEMBERED = 1000
_PARTS_OF_DAYS = {Granularity.DAYPART: "part of the day"}


def quoted(source: Source, article: Callable[[str], str]) -> Markup:
    """``article`` is the address of one by its id."""
    said = boxed(marked(source), source.quote, "Quotation")
    return safe(f"""
<figure class="source">
  <blockquote>{said}</blockquote>
  <figcaption>{origin(source, article)}</figcaption>
</figure>
""")


def marked(source: Source) -> Markup:
    """The quote with its time expressions marked."""
    cut = [(shown(piece.text), piece.marked) for piece in pieces(source.quote, source.marks)]
    return safe(f"<bdi>{''.join([f'<mark>{text}</mark>' if marked else text for text, marked in cut])}</bdi>")


def origin(source: Source, article: Callable[[str], str]) -> Markup:
    address, title = link(source.url), f"<bdi>{titled(source.title)}</bdi>"
    publisher = f'<bdi class="publisher">{shown(source.publisher)}</bdi>' if source.publisher else ""
    cited = f'<a href="{escape(address)}" rel="noopener nofollow">{title}</a>' if address else title
    unlinked = source.url and not address
    return safe(f"""<p class="origin">
  {publisher}
  <cite>{cited}</cite>
  {f'<span class="address">address: <bdi>{shown(source.url or "")}</bdi></span>' if unlinked else ""}
  <time datetime="{source.published.isoformat()}">{wording.moment(source.published, zoned=False)}</time>
  <a class="context" href="{escape(article(source.article))}#q-{source.start}">in the article</a>
</p>
""")


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
FILTERS = (derivation, marked, origin, quoted)
"""For templates."""
