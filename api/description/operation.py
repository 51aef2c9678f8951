"""What a view is for, what it takes and what it answers besides errors that any view may answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from api.description.parameters import Parameter
from api.description.schemas import TEXT, named
from api.problems import Json
from api.replies import JSON
from timeline.formats import FORMATS

Content = Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """``answers`` are the media types of answers that are no errors, by status; ``faults`` the statuses of errors that
    this view alone answers; ``takes`` the media types of its body. ``fixed``: unknown parameters are refused."""

    summary: str
    answers: Mapping[int, Content]
    parameters: tuple[Parameter, ...] = ()
    takes: Content = field(default_factory=dict)
    faults: tuple[int, ...] = ()
    fixed: bool = True
    headers: Mapping[str, str] = field(default_factory=dict)


LINK = {"Link": "The following page (RFC 8288)."}
UNCHANGED: Content = {}
MOVED: Content = {"text/html": TEXT}
_ANY: dict[bool, Json] = {True: {"type": "object"}, False: TEXT}


def told(shape: str) -> Content:
    return {JSON: named(shape)}


def document(
    summary: str,
    shape: str,
    *known: Parameter,
    faults: tuple[int, ...] = (),
    headers: Mapping[str, str] = MappingProxyType({}),
) -> Operation:
    """What is asked for again and again, and mostly has not changed."""
    answers = {200: told(shape), 304: UNCHANGED}
    return Operation(summary=summary, answers=answers, parameters=known, headers=headers, faults=faults)


def formatted(summary: str, shape: str, *known: Parameter, moving: bool = False) -> Operation:
    """What can be had in every format; ``moving``: or leads to where it is now, and has no pages."""
    content = {form.media_type: _ANY[form.media_type.endswith("json")] for form in FORMATS} | {JSON: named(shape)}
    answers: dict[int, Content] = {200: content, 304: UNCHANGED} | ({302: MOVED} if moving else {})
    return Operation(
        summary=summary, answers=answers, parameters=known, faults=(406, 422), headers={} if moving else LINK
    )
