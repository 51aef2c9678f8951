"""Articles in request bodies: JSON, plain text, HTML; `api.lines` reads those of lines."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

import orjson
from flask import Request

from api.problems import Problem
from api.queries import known_parameters
from timeline.reading import ninjs

JSON, NDJSON, TEXT, HTML = "application/json", "application/x-ndjson", "text/plain", "text/html"
NINJS = ninjs.MEDIA_TYPE
ACCEPTED = (JSON, NDJSON, NINJS, TEXT, HTML)
FIELDS = ("published", "title", "url", "publisher", "language")
_MARKS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_BE: "utf-16", BOM_UTF16_LE: "utf-16"}
_DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
# What says Latin-1 or ASCII is Windows-1252, as browsers read it (WHATWG Encoding).
_LATIN = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "cp1252"}


def media_type(request: Request) -> str:
    """One of ACCEPTED. Raises a 415."""
    if request.content_encoding and request.content_encoding.lower() != "identity":
        raise Problem(415, "The body is compressed; send it as it is.", headers={"Accept-Encoding": "identity"})
    if request.mimetype not in ACCEPTED:
        given = f"of type {request.mimetype!r}" if request.mimetype else "of no stated type"
        raise Problem(
            415,
            f"The body is {given}; say Content-Type: {', '.join(ACCEPTED[:-1])} or {ACCEPTED[-1]}.",
            "Content-Type",
            headers={"Accept-Post": ", ".join(ACCEPTED)},
        )
    return request.mimetype


def content(request: Request, most: int) -> bytes:
    """The body of at most ``most`` bytes. Raises a 413 without reading on, or a 400 where the rest never came.

    Werkzeug cuts a body of unannounced length off at its own limit without a word, so that limit is one more.
    """
    announced = request.content_length
    data = b"" if announced and announced > most else request.get_data()
    if max(len(data), announced or 0) > most:
        raise Problem(413, f"The body is too large; this server takes at most {most} bytes.", "body")
    if announced is not None and len(data) < announced:
        raise Problem(400, f"The body ended after {len(data)} of {announced} bytes.", "body")
    return data


def document(data: bytes) -> object:
    """A JSON body or line. Raises a 400, or a 422 where it is not UTF-8."""
    decoded(data, "utf-8")
    try:
        return orjson.loads(data.removeprefix(BOM_UTF8))
    except orjson.JSONDecodeError as fault:
        raise Problem(400, f"This is not JSON: {fault}.", "body") from None


def article(request: Request, kind: str, data: bytes) -> dict[str, object]:
    """A plain text or HTML body, ``data``, and the query beside it, as the JSON of an article. Raises a Problem."""
    known_parameters(request, FIELDS, repeatable=["topic"])
    given: dict[str, object] = {name: request.args[name] for name in FIELDS if name in request.args}
    text = decoded(data, charset(request, data, kind))
    if "\x00" in text[:1000]:
        raise Problem(415, "The body is binary data; send the article as text or HTML.", "body")
    return given | {"html" if kind == HTML else "text": text, "topics": request.args.getlist("topic")}


def charset(request: Request, data: bytes, kind: str) -> str:
    """The byte order mark's, the header's, the HTML's own, or UTF-8, in this order (WHATWG Encoding)."""
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    declared = _DECLARED.search(data[:2048]) if kind == HTML else None
    named = request.mimetype_params.get("charset") or (declared and declared[1].decode("ascii")) or "utf-8"
    return marked or ("cp1252" if named.strip().lower() in _LATIN else named.strip())


def decoded(data: bytes, name: str) -> str:
    """Raises a 422 that names the encoding."""
    try:
        return data.decode(name)
    except UnicodeDecodeError as fault:
        raise Problem(
            422,
            f"The body is not {name}: byte {fault.start + 1} does not fit. Name its charset.",
            "body",
        ) from None
    except (LookupError, ValueError):
        raise Problem(
            415,
            f"There is no character encoding {name[:40]!r}; send the text as UTF-8.",
            "Content-Type",
        ) from None
