"""A request that is over, of which a view can be asked again: by itself, without all that looks at every request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING

from flask import Flask, current_app, g, request
from flask.ctx import RequestContext
from werkzeug.wrappers import Response

from api.keeping.answer import Made
from api.replies import VALIDATED

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

_ABOUT = ("REQUEST_METHOD", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL",
    "REMOTE_ADDR", "wsgi.url_scheme", "HTTP_HOST", "HTTP_ACCEPT")  # fmt: skip


class Elsewhere(Exception):
    """The view leads elsewhere, or tells that there is nothing: the application has to answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    app: Flask
    environ: WSGIEnvironment

    @classmethod
    def here(cls) -> Asked:
        """The present request, without what the client has and would take."""
        known = {name: request.environ[name] for name in _ABOUT if name in request.environ}
        return cls(current_app._get_current_object(), known)  # type: ignore[attr-defined]

    def context(self) -> RequestContext:
        """For what is told of the request in the usual way."""
        return self.app.request_context({**self.environ, "wsgi.input": BytesIO()})

    def again(self, view: Callable[[], Response]) -> Callable[[], Made]:
        """What asks the view again; raises Elsewhere."""

        def made() -> Made:
            with self.context():
                setattr(g, VALIDATED, True)
                response = view()
                if response.status_code != HTTPStatus.OK or response.is_streamed:
                    raise Elsewhere(response.status)
                return Made(response.get_data(), response.headers.get("Link"))

        return made
