"""Text of articles made such that every notation can carry it, and that it steers no reader's screen."""

from __future__ import annotations

import json
import re

import orjson

from timeline.addresses import is_web_address

_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_BLANK = "(no visible text)"


def legible(text: str) -> str:
    """``text`` with U+FFFD for each control character, half of a character, and control that turns writing around."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def line(text: str) -> str:
    """`legible`, on one line."""
    return " ".join(legible(text).split())


def titled(text: str) -> str:
    """`line`, with words in place of nothing."""
    return line(text) or _BLANK


def web(url: str | None) -> str | None:
    """``None`` for what is no address of the web."""
    return url if url is not None and is_web_address(url) and legible(url) == url else None


def json_bytes(content: object) -> bytes:
    try:
        return orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # a lone surrogate, which only an escape can carry
        return json.dumps(content).encode("ascii")
