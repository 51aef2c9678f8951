"""Events by those who tell of them: how sure they are, and their quotations with origins.

Functions, as all that stands in many entries, where other pieces of pages are templates, which take several times as
long: most of the time of a page that is told anew went into its one new entry.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from api.pages.text import boxed, counted, link, pieces, safe, same, shown, titled
from timeline import wording
from timeline.model import Event, Source, Status


def shape(status: Status) -> Markup:
    """One of those that `parts.html` draws: status never hangs on colour."""
    return safe(
        f'<svg class="shape {status.value}" viewBox="0 0 20 20" aria-hidden="true" focusable="false">'
        f'<use href="#shape-{status.value}"/></svg>'
    )


def standing(event: Event) -> Markup:
    """How sure it is, in the article's own words where they decided it, and by how many it is told."""
    cue = (
        f' <span class="cue">“<bdi>{shown(event.reason.words)}</bdi>”</span>'
        if event.reason and event.reason.words
        else ""
    )
    voices = f' <span class="voices">{_voices(event)}</span>' if event.sources else ""
    return safe(f"""
<p class="standing"><span class="status">{wording.STATUSES[event.status]}</span>{cue}{voices}</p>
""")


def _voices(event: Event) -> str:
    many = len(event.sources)
    if many == 1:
        return "1 source"
    apart = counted(event.voices, "voice", "independent voices") if event.voices < many else "independent"
    return f"{counted(many, 'source', 'sources')}, {apart}"


def sources(event: Event, article: Callable[[str], str]) -> Markup:
    """The newest first where a plan went on."""
    told = event.sources[::-1] if len(event.life) > 1 else event.sources
    first = "".join([_first(event, source, article) for source in told[:1]])
    if len(told) < 2:
        return safe(f"{first}\n")
    return safe(f"""{first}
<details class="more">
  <summary>{counted(len(told) - 1, "more source", "more sources")}</summary>
  {"".join([quoted(source, article) for source in told[1:]])}
</details>
""")


def _first(event: Event, source: Source, article: Callable[[str], str]) -> str:
    """What is its headline is not quoted again."""
    if same(event.headline, source.quote):
        return f'<div class="source">{origin(source, article)}</div>'
    return quoted(source, article)


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


FILTERS = (marked, origin, quoted, shape, sources, standing)
"""For templates."""
