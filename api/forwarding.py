"""Addresses that a topic had before it was renamed or merged."""

from __future__ import annotations

from typing import Any

from flask import Flask, redirect, request, url_for
from werkzeug.wrappers import Response

from api.access.guard import READS
from api.parts import parts
from timeline.store import Unavailable


def register(app: Flask) -> None:
    app.after_request(_forwarded)


def _forwarded(response: Response) -> Response:
    """To where a topic is now, for good, where it was not found at an address that it had."""
    old = (request.view_args or {}).get("slug")
    if response.status_code != 404 or old is None or request.method not in READS:
        return response
    try:
        slug = parts().store.catalogue.moved(old)
    except Unavailable:
        return response
    if slug is None:
        return response
    there: dict[str, Any] = {**(request.view_args or {}), **request.args.to_dict(flat=False), "slug": slug}
    return redirect(url_for(str(request.endpoint), **there, _external=True), 308)
