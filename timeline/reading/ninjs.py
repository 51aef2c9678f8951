"""IPTC ninjs, versions 1 to 3, as the JSON of an article (https://iptc.org/standards/ninjs/).

Version 1 has one ``headline`` and ``body_text`` or ``body_html``, version 2 lists of ``headlines`` and ``bodies``,
version 3 the same in camel case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from timeline.addresses import is_web_address
from timeline.submission import MOST_TOPICS, InvalidSubmission

MEDIA_TYPE = "application/vnd.iptc.ninjs+json"
_MARKS = {"versioncreated", "firstcreated", "pubstatus", "bodies", "headlines", "standard"}
_OWN = {"text", "html", "published", "topics"}
_PLAIN, _HTML = ("text", "text/plain"), ("html", "xhtml", "text/html", "application/xhtml+xml")
_UNPUBLISHED = {
    "canceled": 'Its "pubstatus" is "canceled": withdraw the article with DELETE at its own address.',
    "withheld": 'Its "pubstatus" is "withheld": send it when it is published ("usable").',
}


def is_ninjs(data: object) -> bool:
    """Whether it looks like ninjs and not like Dateline's own JSON."""
    if not isinstance(data, dict):
        return False
    names = {str(name).lower() for name in data}
    bodied = any(name.startswith("body_") for name in names)
    return "uri" in names and not names & _OWN and (bodied or bool(names & _MARKS))


def article(data: object, topics: Iterable[str] = ()) -> dict[str, object]:
    """The article of an item, in its own subjects and ``topics``. Raises InvalidSubmission.

    A version's words are those of the time when it was made (``versioncreated``). But where the item has no web
    address, its first time is what makes it the same article again.
    """
    if not isinstance(data, dict):
        raise InvalidSubmission("", 'A ninjs item is a JSON object, like {"uri": "…", "body_text": "…"}.')
    item = {str(name).lower(): value for name, value in data.items()}
    if why := _UNPUBLISHED.get(str(item.get("pubstatus") or "usable").lower()):
        raise InvalidSubmission("pubstatus", why)
    address = _address(item)
    moments = ("versioncreated", "firstcreated") if address else ("firstcreated", "versioncreated")
    fields = {
        **_body(item),
        "title": _headline(item),
        "published": next((item[name] for name in (*moments, "contentcreated") if item.get(name)), None),
        "url": address,
        "publisher": _publisher(item),
        "language": item.get("language"),
    }
    named = [*topics, *_subjects(item)]
    found = {name: value for name, value in fields.items() if value is not None}
    return found | {"topics": list(dict.fromkeys(named))[:MOST_TOPICS]}


def _address(item: Mapping[str, Any]) -> str | None:
    given = (item.get("uri"), item.get("url"))
    return next((url for url in given if isinstance(url, str) and is_web_address(url)), None)


def _body(item: Mapping[str, Any]) -> dict[str, object]:
    """The main body as plain text, or as HTML where there is no other."""
    texts = {name.removeprefix("body_"): value for name, value in item.items() if name.startswith("body_")}
    for body in reversed(_mains(item.get("bodies"))):
        texts[str(body.get("contenttype") or "text/plain").partition(";")[0].strip().lower()] = body.get("value")
    for field, kinds in (("text", _PLAIN), ("html", _HTML)):
        if found := next((texts[kind] for kind in kinds if texts.get(kind)), None):
            return {field: found}
    raise InvalidSubmission("body_text", 'The item has no body: give "body_text", "body_html" or "bodies".')


def _headline(item: Mapping[str, Any]) -> object:
    listed = (headline.get("value") for headline in _mains(item.get("headlines")))
    return next((title for title in (item.get("headline"), *listed, item.get("title")) if title), None)


def _mains(given: object) -> list[dict[str, Any]]:
    """Objects of a list with lower names, that of the role "main" first."""
    rows = given if isinstance(given, list) else []
    found = [{str(name).lower(): value for name, value in row.items()} for row in rows if isinstance(row, dict)]
    return sorted(found, key=lambda row: row.get("role") != "main")


def _publisher(item: Mapping[str, Any]) -> object:
    sources = (
        name for field in ("infosources", "infosource", "providers", "provider") for name in _names(item.get(field))
    )
    return next(sources, None) or item.get("copyrightholder")


def _subjects(item: Mapping[str, Any]) -> Iterator[str]:
    for field in ("subjects", "subject"):
        yield from _names(item.get(field))


def _names(given: object) -> Iterator[str]:
    for one in given if isinstance(given, list) else [given]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip():
            yield name
