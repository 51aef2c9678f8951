"""A body of lines, read as it comes in: never more of it in memory than a line and a piece."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from flask import Request
from werkzeug.exceptions import ClientDisconnected

from api.problems import Problem

Line = tuple[int, bytes | Problem]
_PIECE = 16_384


def lines(request: Request, longest: int, most: int) -> Iterator[Line]:
    """Number, counted from 1, and content of each line that is not blank, or the problem of one that is too long.

    ``longest`` are the bytes of a line, ``most`` the number of lines. Raises a 413 where there are more, and a 400
    where the body ends before its announced length: what came of the last line then is left out.
    """
    taken = 0
    for number, line in enumerate(_split(_pieces(request), longest), 1):
        if isinstance(line, bytes) and not line.strip():
            continue
        if taken == most:
            detail = f"The body has more than {most} lines; this server takes at most {most} articles at once."
            raise Problem(413, detail, "body")
        taken += 1
        yield number, line


def _split(pieces: Iterator[bytes], longest: int) -> Iterator[bytes | Problem]:
    parts: list[bytes] = []
    size = 0
    for piece in pieces:
        first, *others = piece.split(b"\n")
        for number, part in enumerate((first, *others)):
            if number:
                yield _whole(parts, size, longest)
                parts, size = [], 0
            size += len(part)
            if size <= longest:
                parts.append(part)
    yield _whole(parts, size, longest)


def _whole(parts: list[bytes], size: int, longest: int) -> bytes | Problem:
    if size > longest:
        return Problem(413, f"The line is too long; this server takes at most {longest} bytes of an article.", "body")
    return b"".join(parts)


def _pieces(request: Request) -> Iterator[bytes]:
    request.max_content_length = sys.maxsize  # None would be the application's limit, that of a whole body
    announced, came = request.content_length, 0
    try:
        while piece := request.stream.read(_PIECE):
            came += len(piece)
            yield piece
    except ClientDisconnected:
        pass
    if announced is not None and came < announced:
        raise Problem(400, f"The body ended after {came} of {announced} bytes.", "body")
