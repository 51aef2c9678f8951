"""`dateline up` polls feeds, and has nothing running for it while none is due."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from dateline_up import up
from processes import until

pytestmark = pytest.mark.system
POLLS = "celery -A worker.feeds.app"
RSS = b"""<rss version="2.0"><channel><title>Fell Courier</title><item><guid>1</guid><title>Quarry to close</title>
<pubDate>Wed, 05 Mar 2025 09:00:00 GMT</pubDate><description>The quarry closed on Monday.</description></item>
</channel></rss>"""


@pytest.fixture
def feed() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(RSS)))
            self.end_headers()
            self.wfile.write(RSS)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/rss"
    server.shutdown()
    server.server_close()


def test_what_polls_feeds_comes_when_one_is_due_and_ends_when_none_is(tmp_path: Path, feed: str) -> None:
    environ = {"DATELINE_FEEDS_ALLOW": "127.0.0.0/8", "DATELINE_FEEDS_LINGER": "1"}
    with up(tmp_path / "data", environ=environ) as dateline:
        assert not dateline.child(POLLS)
        status, made = dateline.call("/api/v1/feeds", {"url": feed, "topics": ["Fell Moor quarry"], "every": 3600})
        assert status == 201, made

        def outcome() -> str:
            return str(dateline.call(f"/api/v1/feeds/{made['id']}")[1]["outcome"] or "")

        until(lambda: outcome() == "1 entries, 1 of them taken in.")
        until(lambda: dateline.call("/api/v1/timelines/fell-moor-quarry")[0] == 200)
        until(lambda: not dateline.child(POLLS), every=0.1)
        assert dateline.call(f"/api/v1/feeds/{made['id']}/poll", {})[0] == 202
        until(lambda: outcome() == "1 entries, 0 of them taken in.")
        assert not any("ended" in line for line in dateline.lines)
        assert dateline.stop() == 0
