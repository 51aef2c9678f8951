"""An article as TimeML 1.2.1: its text, unchanged, with TIMEX3 tags around its time expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from timeline.model import Article, Timex, When

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DCT = "t0"


def document(article: Article, timexes: Sequence[Timex]) -> bytes:
    """``timexes`` are in order. The document creation time is t0. What XML cannot carry is U+FFFD."""
    parts = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n',
        f"<DOCID>{_text(article.id)}</DOCID>\n",
        f"<DCT>{_creation(article)}</DCT>\n",
        f"<TITLE>{_text(article.title)}</TITLE>\n",
        "<TEXT>",
        *_tagged(article, timexes),
        "</TEXT>\n</TimeML>\n",
    )
    return "".join(parts).encode("utf-8")


def _creation(article: Article) -> str:
    """The publisher's own day, and clock where that is known."""
    day = article.published.date().isoformat()
    kind, value = ("DATE", day) if article.day_only else ("TIME", f"{article.published:{day}T%H:%M}")
    given = {"type": kind, "value": value, "temporalFunction": "false", "functionInDocument": "CREATION_TIME"}
    return _timex3({"tid": _DCT, **given}, value)


def _tagged(article: Article, timexes: Sequence[Timex]) -> Iterator[str]:
    known = {article.published.date().isoformat(): _DCT}
    done = 0
    for number, timex in enumerate(timexes, 1):
        if timex.start < done:
            continue
        name = f"t{number}"
        yield _text(article.text[done : timex.start])
        yield _timex3(_attributes(name, timex.when, known), article.text[timex.start : timex.end])
        known[timex.when.timex.value] = name
        done = timex.end
    yield _text(article.text[done:])


def _attributes(name: str, when: When, known: dict[str, str]) -> dict[str, str]:
    """``known`` are the tags that stand before it, by their values: of several alike it hangs on the last."""
    timex = when.timex
    given = {"mod": timex.mod, "quant": timex.quant, "freq": timex.freq, "anchorTimeID": known.get(when.anchor or "")}
    return {
        "tid": name,
        "type": timex.type,
        "value": timex.value,
        **{attribute: value for attribute, value in given.items() if value},
        "temporalFunction": "false" if when.anchor is None else "true",
        "functionInDocument": "NONE",
    }


def _timex3(attributes: dict[str, str], text: str) -> str:
    given = "".join(f' {name}="{_text(value)}"' for name, value in attributes.items())
    return f"<TIMEX3{given}>{_text(text)}</TIMEX3>"


def _text(text: str) -> str:
    """A carriage return is written as a reference: a reader of XML would take it for a line feed."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", escape(text)).replace("\r", "&#13;")
