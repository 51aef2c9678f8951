"""What an HTML page's markup says about its article: when it was published, in which language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# Open Graph, schema.org, Dublin Core and the habits of content systems, the most reliable first.
_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "dcterms.created", "dc.date.issued", "dcterms.date", "dc.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "date",
)  # fmt: skip
_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_MOST = 10_000
_ZERO = re.compile(r"[+-]00:?00$")
_OFFSET = re.compile(r"\d[+-]\d\d:?\d\d$")


def times(tree: HtmlElement) -> tuple[str, ...]:
    """Publication times as stated, the best first: with an offset, then with a clock time, then days.

    Content systems write UTC for want of a zone, so a zero offset tells the instant only.
    """
    stated = [*_linked_data(tree), *_named(tree)]
    marked = [element.get("datetime") for element in tree.iter("time")]
    texts = [*sorted(stated, key=_coarseness), *(text for text in marked[:2] if text)]
    return tuple(dict.fromkeys(_ZERO.sub("Z", text.strip()) for text in texts if 0 < len(text.strip()) <= 100))


def language(tree: HtmlElement) -> str | None:
    """The language that the page declares, as a BCP 47 tag."""
    declared = str(tree.get("lang") or "").strip()
    return declared if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", declared) else None


def _coarseness(text: str) -> int:
    if _OFFSET.search(text) and not _ZERO.search(text):
        return 0
    return 1 if re.search(r"\d:\d\d", text) else 2


def _named(tree: HtmlElement) -> list[str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if element.get("content"):
            found.setdefault(name.lower(), element.get("content"))
    return [found[name] for name in _NAMES if name in found]


def _linked_data(tree: HtmlElement) -> list[str]:
    found: list[tuple[bool, str]] = []
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            found.extend(_published(_decoded(script.text or "")))
    return [text for of_article, text in found if of_article] or [text for _, text in found]


def _decoded(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _published(data: object) -> Iterator[tuple[bool, str]]:
    """The ``datePublished`` of all objects, and whether each is of an article."""
    waiting = [data]
    for _ in range(_MOST):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            if isinstance(item.get("datePublished"), str):
                yield any(_ARTICLE.search(kind) for kind in _kinds(item)), item["datePublished"]
            waiting.extend(value for value in item.values() if isinstance(value, dict | list))


def _kinds(item: dict[str, object]) -> list[str]:
    kind = item.get("@type")
    return [text for text in (kind if isinstance(kind, list) else [kind]) if isinstance(text, str)]
