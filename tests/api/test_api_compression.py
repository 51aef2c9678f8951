"""Bodies are compressed for who asks for it, and for nobody else."""

from __future__ import annotations

import gzip

import pytest
from crossings import tell
from flask.testing import FlaskClient
from flask_compress.compat import compression

from timeline.store import Store


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
def test_bodies_are_compressed_as_asked_and_are_the_same(client: FlaskClient, store: Store, encoding: str) -> None:
    tell(store, 0)
    unpacked = {"gzip": gzip.decompress, "zstd": compression.zstd.decompress}[encoding]
    for address in ("/api/v1/timelines/ferries", "/timelines/ferries", "/static/page.css", "/api/v1/openapi.json"):
        plain = client.get(address)
        for _ in range(2):
            packed = client.get(address, headers={"Accept-Encoding": encoding})
            assert packed.headers["Content-Encoding"] == encoding
            assert "Accept-Encoding" in packed.headers["Vary"]
            assert len(packed.data) < len(plain.data)
            assert unpacked(packed.data) == plain.data
            again = {"Accept-Encoding": encoding, "If-None-Match": packed.headers["ETag"]}
            found = client.get(address, headers=again)
            assert (found.status_code, found.headers["ETag"]) == (304, packed.headers["ETag"])


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "identity, gzip;q=0.5", "deflate, compress"])
def test_nothing_is_compressed_unasked(client: FlaskClient, store: Store, accepted: str) -> None:
    tell(store, 0)
    answer = client.get("/api/v1/timelines/ferries", headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in answer.headers
    assert answer.json is not None


def test_small_bodies_are_sent_as_they_are(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/healthz", headers={"Accept-Encoding": "gzip"}).headers
