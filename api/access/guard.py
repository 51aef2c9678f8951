"""Asks every request for its right, before anything of it is read.

What reads (GET, HEAD) needs the scope `READ`, everything else `SUBMIT`, unless its view says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from flask import Flask, current_app, g, request

from api.access.here import from_this_machine
from api.access.scopes import Scope
from api.access.tokens import allowed
from api.parts import parts
from api.problems import Problem
from api.replies import prefers_html

READS = ("GET", "HEAD", "OPTIONS")
BASIC = 'Basic realm="Dateline: a token as the password", charset="UTF-8"'

View = TypeVar("View", bound=Callable[..., object])


class Caller(NamedTuple):
    """``token`` is the id of the token that was shown; ``scope`` is ``None`` where none was, or none that is good."""

    token: str | None
    scope: Scope | None
    refused: bool = False


class Need(NamedTuple):
    """``here`` is enough instead: to come from this machine."""

    scope: Scope | None
    here: bool = False


def needs(scope: Scope | None, *, here: bool = False) -> Callable[[View], View]:
    """Marks a view that needs something else than its method says, nothing where ``scope`` is ``None``."""

    def marked(view: View) -> View:
        view.need = Need(scope, here)  # type: ignore[attr-defined]
        return view

    return marked


def by_form(view: View) -> View:
    """Marks a view of a form: its field ``token`` is the only token it takes."""
    view.by_form = True  # type: ignore[attr-defined]
    return view


def register(app: Flask) -> None:
    app.view_functions["static"] = needs(None)(app.view_functions["static"])
    app.before_request(_identify)


def caller() -> Caller:
    found: Caller = g.caller
    return found


def need() -> Need:
    """What the present request needs. A request for nothing that exists needs nothing, it is told so; nor does one
    for what an address takes: a browser asks that without a token, for pages of other sites."""
    if request.endpoint is None or request.method == "OPTIONS":
        return Need(None)
    return need_of(current_app.view_functions[request.endpoint], request.method)


def need_of(view: Callable[..., object], method: str) -> Need:
    """What a request for this view needs."""
    usual = Need(Scope.READ if method in READS else Scope.SUBMIT)
    found: Need = getattr(view, "need", usual)
    return found


def _identify() -> None:
    words = _shown() if need().scope is not None else None
    found = allowed(parts().store.tokens, words, parts().settings.starter) if words is not None else None
    g.caller = Caller(*found) if found else Caller(None, None, refused=words is not None)


def authorise() -> None:
    """Raises a 401, a 403, or Unavailable."""
    needed, who = need(), caller()
    if needed.scope is None:
        return
    if who.refused:
        raise _stranger("This token is not known here, or was revoked.", ', error="invalid_token"')
    if (who.scope is not None and who.scope >= needed.scope) or _open(needed):
        return
    if who.scope is None:
        raise _stranger("This needs a token; send it as Authorization: Bearer TOKEN.")
    told = f'Bearer realm="Dateline", error="insufficient_scope", scope="{needed.scope.word}"'
    detail = f"This needs a token of the scope {needed.scope.word}; this one's is {who.scope.word}."
    raise Problem(403, detail, headers={"WWW-Authenticate": told})


def open_to(scope: Scope) -> bool:
    """Whether this request's sender may do what takes the scope without showing a token. Raises Unavailable."""
    return _open(Need(scope))


def _open(needed: Need) -> bool:
    """Whether it is allowed without a token. Raises Unavailable."""
    settings = parts().settings
    if needed.scope is Scope.READ and settings.reading == "open":
        return True
    if not from_this_machine(request):
        return False
    return needed.here or (settings.writing == "loopback" and not parts().store.tokens.any())


def _shown() -> str | None:
    """The token of this request. A browser sends a password along with whatever another site has it send: that is
    enough to read, never to write."""
    if getattr(current_app.view_functions[str(request.endpoint)], "by_form", False):
        return request.form.get("token") or None
    given = request.authorization
    if given is None:
        return None
    if given.type == "basic" and request.method in READS:
        return given.password or ""
    return (given.token or "") if given.type == "bearer" else ""


def _stranger(detail: str, more: str = "") -> Problem:
    bearer = f'Bearer realm="Dateline"{more}'
    asked = BASIC if request.method in READS and prefers_html(request) else bearer
    return Problem(401, detail, headers={"WWW-Authenticate": asked})
