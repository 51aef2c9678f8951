"""Which format an answer has: what the header Accept asks for (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Request, Response, request

from api.problems import Problem
from timeline.formats import FORMATS, Format


def accepted(request: Request) -> Format:
    """The format that is liked best, of several the first; any will do where nothing is asked. Raises a 406."""
    ranges = [(kind.partition(";")[0].strip().lower(), quality) for kind, quality in request.accept_mimetypes]
    if not ranges:
        return FORMATS[0]
    best = max(FORMATS, key=lambda each: _quality(each.media_type, ranges))
    if not _quality(best.media_type, ranges):
        kinds = ", ".join(each.media_type for each in FORMATS)
        detail = f"This can be had as {kinds}, and as none of what the header Accept asks for."
        raise Problem(406, detail, "Accept", headers={"Vary": "Accept"})
    return best


def negotiated(response: Response) -> Response:
    """``response`` saying that it depends on Accept, unless the address names its format."""
    if "extension" not in (request.view_args or {}):
        response.vary.add("Accept")
    return response


def _quality(media_type: str, ranges: Iterable[tuple[str, float]]) -> float:
    """That of the range which names it most exactly; parameters of a range tell nothing here."""
    found = [(_exactness(kind, media_type), quality) for kind, quality in ranges]
    exactness, quality = max(found)
    return quality if exactness else 0.0


def _exactness(kind: str, media_type: str) -> int:
    if kind == media_type:
        return 3
    return 2 if kind == media_type.partition("/")[0] + "/*" else int(kind == "*/*")
