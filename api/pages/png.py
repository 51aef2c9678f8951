"""Pictures made of plain rectangles, as PNG (ISO/IEC 15948) with a palette: what shows links elsewhere takes no SVG."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BITS, _INDEXED = 8, 3


class Rectangle(NamedTuple):
    """Pixels from the upper left corner, and the place of its colour in the palette."""

    x: int
    y: int
    width: int
    height: int
    colour: int


def png(width: int, height: int, palette: Sequence[str], drawn: Iterable[Rectangle]) -> bytes:
    """``palette`` are colours as "#rrggbb", the first that of the ground; what is drawn later covers what was there."""
    rows = [bytearray(width + 1) for _ in range(height)]  # each begins with the number of its filter, none
    for each in drawn:
        begin, end = (min(max(x, 0), width) + 1 for x in (each.x, each.x + each.width))
        for row in rows[max(each.y, 0) : max(each.y + each.height, 0)]:
            row[begin:end] = bytes([each.colour]) * (end - begin)
    colours = b"".join(bytes.fromhex(colour[1:]) for colour in palette)
    header = struct.pack(">IIBBBBB", width, height, _EIGHT_BITS, _INDEXED, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
