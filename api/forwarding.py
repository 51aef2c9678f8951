"""Addresses that a topic had before it was renamed or merged."""

from __future__ import annotations

from flask import Flask, redirect, request, url_for
from werkzeug.wrappers import Response

from api.access.guard import READS
from api.addresses import asking
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
    there = url_for(str(request.endpoint), **{**(request.view_args or {}), "slug": slug}, _external=True)
    return redirect(asking(there, request.args), 308)
