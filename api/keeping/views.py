"""Views whose answers are told by an edition."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from hashlib import blake2b
from http import HTTPStatus
from typing import ParamSpec

from flask import Flask, Response, current_app, g, request
from werkzeug.wrappers import Response as BaseResponse

from api import observing
from api.keeping.answer import Made, Right
from api.keeping.asked import Asked
from api.keeping.build import build
from api.keeping.conditions import Validators
from api.keeping.editions import Told
from api.keeping.front import AGAIN, TOLD
from api.keeping.memory import Kept, Memory
from api.parts import parts
from api.rates import unlimited
from api.replies import VALIDATED

EXTENSION = "dateline.memory"
SECOND = 1_000_000
_OF_THEIR_TIME = ("Last-Modified", "Date")

P = ParamSpec("P")
View = Callable[P, BaseResponse]


def register(app: Flask) -> None:
    """To be called before what compresses answers: they are kept compressed."""
    app.extensions[EXTENSION] = Memory[Kept]()
    app.after_request(_kept)


def told_by(edition: Callable[..., Told | None], *, vary: str | None = None) -> Callable[[View[P]], View[P]]:
    """Marks a view whose answers are the same for the same request as long as ``edition`` of its arguments is.

    Where that is ``None``, the view is asked each time. ``vary`` names a header that it goes by.
    """

    def marked(view: View[P]) -> View[P]:
        @wraps(view)
        def answered(*args: P.args, **kwargs: P.kwargs) -> BaseResponse:
            asked = partial(edition, *args, **kwargs)
            told = asked(parts().store.editions)
            if told is None:
                return view(*args, **kwargs)
            validators = _validators()
            found = validators(told)
            if _open():
                request.environ[TOLD] = Right(asked, told, validators, observing.route())
                request.environ[AGAIN] = Asked.here().again(partial(view, *args, **kwargs))
            if tag := found.known(request.if_none_match):
                return _not_modified(found, tag, vary)
            setattr(g, VALIDATED, True)
            return _remembered(found, vary) or _made(found, view(*args, **kwargs))

        return answered

    return marked


def again(made: Callable[[], Made]) -> None:
    """Leaves how to make the document of the present request anew when the edition moved on, which costs less than to
    ask the view. ``made`` is called without a request, and raises where the application has to answer."""
    request.environ[AGAIN] = made


def _open() -> bool:
    """Whether anybody who asks the same way is answered the same, however often."""
    return parts().settings.reading == "open" and unlimited()


def _validators() -> Callable[[Told], Validators]:
    """An answer names its own address and the next page's, and is in the form that was asked for."""
    code, laid = build()
    asked = (request.host_url, request.path, request.query_string, request.headers.get("Accept"))
    return partial(_validated, (code, parts().settings.page_size, *asked), int(laid))


def _validated(made: tuple[object, ...], laid: int, told: Told) -> Validators:
    tag = blake2b(repr((*made, told.edition)).encode(), digest_size=12).hexdigest()
    return Validators(tag, None if told.changed is None else max(told.changed // SECOND, laid))


def _remembered(found: Validators, vary: str | None) -> Response | None:
    key = f"{found.tag} {request.headers.get('Accept-Encoding', '')}"
    kept = _memory().find(key)
    if kept is None:
        g.keep = key
        return None
    if found.since(request):
        return _not_modified(found, dict(kept.headers)["ETag"].strip('"'), vary)
    modified = [(name, value) for name, value in found.headers().items() if name == "Last-Modified"]
    return Response(kept.body, HTTPStatus.OK, [*kept.headers, *modified])


def _made(found: Validators, response: BaseResponse) -> BaseResponse:
    if response.status_code == HTTPStatus.OK:
        response.headers.update(found.headers())
        if found.since(request):
            response.make_conditional(request)
    return response


def _kept(response: Response) -> Response:
    """Keeps what a marked view has answered, which by now is compressed."""
    key = g.pop("keep", None)
    if key and response.status_code == HTTPStatus.OK and not response.is_streamed and request.method == "GET":
        headers = [(name, value) for name, value in response.headers if name not in _OF_THEIR_TIME]
        _memory().keep(key, Kept(response.get_data(), tuple(headers)))
    return response


def _not_modified(found: Validators, tag: str, vary: str | None) -> Response:
    varied = {"Vary": vary} if vary else {}
    return Response(status=HTTPStatus.NOT_MODIFIED, headers={**found.headers(), **varied, "ETag": f'"{tag}"'})


def _memory() -> Memory[Kept]:
    memory: Memory[Kept] = current_app.extensions[EXTENSION]
    return memory
