"""What sites show beside a link to a topic."""

from __future__ import annotations

import struct
import zlib

from flask.testing import FlaskClient
from harbour import EVENTS, entry
from lxml import etree
from seen import page
from shown import PATH

from timeline.model import Status, Topic
from timeline.store import Store

STATUS_COLOURS = {
    Status.OCCURRED: "1d3b53",
    Status.ONGOING: "0b6157",
    Status.SCHEDULED: "5a3d96",
    Status.POSSIBLE: "8c4a00",
    Status.DENIED: "9c2530",
}


def pixels(png: bytes) -> tuple[int, int, set[str]]:
    """Width and height, and the colours that are seen, of a picture with a palette."""
    parts, place = {}, 8
    while place < len(png):
        size, kind = int.from_bytes(png[place : place + 4]), png[place + 4 : place + 8]
        parts[kind] = png[place + 8 : place + 8 + size]
        assert int.from_bytes(png[place + 8 + size :][:4]) == zlib.crc32(kind + parts[kind])
        place += size + 12
    width, height = struct.unpack(">II", parts[b"IHDR"][:8])
    seen = set(zlib.decompress(parts[b"IDAT"]))
    return width, height, {parts[b"PLTE"][3 * each : 3 * each + 3].hex() for each in seen}


def test_links_elsewhere_show_a_picture_of_the_topic(store: Store, client: FlaskClient) -> None:
    store.replace(entry(topic=Topic("harbour-tunnel", "Tunnel <script>alert(1)</script>\u202e")))
    found = page(client, PATH)
    (address,) = found.xpath("//meta[@property='og:image']/@content")
    assert found.xpath("//meta[@property='og:title']/@content") == ["Tunnel <script>alert(1)</script>"]
    for picture in (f"{PATH}/preview.svg", f"{PATH}/density.svg"):
        answer = client.get(picture)
        assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
        drawn = etree.fromstring(answer.data)
        assert len(drawn.findall(".//{*}rect")) > 3
        assert drawn.findall(".//{*}script") == []
    for kind in ("svg", "png"):
        assert client.get(f"/timelines/nosuch/preview.{kind}").status_code == 404
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    width, height, colours = pixels(answer.data)
    assert (width, height) == (1200, 630)
    assert {STATUS_COLOURS[each.status] for each in EVENTS} <= colours
