"""HTML pages: their text through trafilatura, and what they say about themselves."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from timeline.addresses import is_web_address
from timeline.reading.errors import NotText
from timeline.reading.lines import lines, normal
from timeline.reading.material import Material, readable, textual
from timeline.reading.metadata import language, times
from timeline.submission import Submission

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]
    from trafilatura.settings import Document

# libxml2 takes quadratic time over the attributes of one tag; a real tag is only that long with data inside it.
_LONGEST_TAG = 16_384
_MOST_TAGS = 50_000
_LONGEST_TITLE = 1000
_TAG = re.compile(r"""<[a-zA-Z](?:[^>=]++|=\s*+(?:"[^"]*"|'[^']*')|=)*+(?:>|\Z)""")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # lxml reads these and refuses to write them
_DECLARATION = re.compile(r"\A[\s\ufeff]*+<\?xml[^>]*>")
_BLOCKS = ("address", "article", "blockquote", "br", "dd", "div", "dt", "figcaption", "footer", "h1", "h2", "h3",
           "h4", "h5", "h6", "header", "li", "main", "p", "pre", "section", "td", "th", "time", "tr")  # fmt: skip
_UNSEEN = ("script", "style", "noscript", "template", "head", "svg", "iframe")


def page(submission: Submission, now: datetime) -> Material:
    """The material of an HTML page, what was given with it first; raises NotText where there is no text in it."""
    from trafilatura.metadata import extract_metadata

    tree = _tree(textual(submission.html or "", "html"))
    latest = (now + timedelta(days=1)).date().isoformat()
    about = extract_metadata(tree, date_config={"original_date": True, "extensive_search": False, "max_date": latest})
    stated, spoken = times(tree), language(tree)
    text = _text(tree, large=(submission.html or "").count("<") > _MOST_TAGS)
    title = submission.title or _title(about, text)
    if submission.title is None and title and not _has(text, title):
        text = f"{title}\n{text}"
    return Material(
        text=text,
        title=title,
        url=submission.url or _address(about),
        publisher=submission.publisher or _one_line(about.sitename),
        language=submission.language or spoken,
        times=stated,
        day=about.date,
    )


def _tree(html: str) -> HtmlElement:
    """A tree with html and body, whatever was given; entities are not expanded and nothing is fetched."""
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring

    sound = _DECLARATION.sub("", _NO_XML.sub("\ufffd", html.replace("\f", " ")))
    bounded = _TAG.sub(lambda tag: tag[0] if len(tag[0]) <= _LONGEST_TAG else " ", sound)
    parser = HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(bounded, parser=parser)
    except (LxmlError, ValueError):
        raise NotText("html", "No HTML can be read from this: send the page's source, or its text.") from None


def _text(tree: HtmlElement, *, large: bool) -> str:
    """The story as extracted, a paragraph a line; all that is visible, where none is found or the page is too large."""
    from trafilatura import extract

    found = (None if large else extract(tree, include_comments=False)) or _visible(tree)
    if not re.search(r"\w", found):
        raise NotText("html", "No article is found in this HTML: send the whole page, or its text.")
    return readable(found, "html")


def _visible(tree: HtmlElement) -> str:
    """All text of a page that is shown, a block a line; the tree is used up."""
    for element in [*tree.iter(*_UNSEEN)]:
        element.drop_tree()
    for element in tree.iter(*_BLOCKS):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    shown = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in shown if line)


def _title(about: Document, text: str) -> str | None:
    """The page's title, in the words of the text's headline where it only adds the publisher's name to that."""
    title = _one_line(about.title)
    if title is None:
        return None
    for line in lines(text)[:3]:
        if line.words >= 3 and normal(title).startswith(line.normal):
            return line.text
    without = re.sub(rf"\s+[|–—-]\s+{re.escape(about.sitename or '')}$", "", title)
    return without or title


def _has(text: str, title: str) -> bool:
    return any(line.normal == normal(title) for line in lines(text)[:15])


def _one_line(text: str | None) -> str | None:
    return " ".join((text or "").split())[:_LONGEST_TITLE] or None


def _address(about: Document) -> str | None:
    """The page's own address; not a site's front page, which careless pages name instead."""
    url: str = about.url or ""
    return url if is_web_address(url) and urlsplit(url).path.strip("/") else None
