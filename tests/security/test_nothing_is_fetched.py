"""Reading an article asks nobody for anything, whatever addresses stand in it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import textwrap

import pytest
from processes import HANGING

FACTS = "<p>The harbour board met on 4 March 2024. It will meet the ferry company again next week.</p>"
PAGES = {
    "entities": '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "AT/entity"><!ENTITY % y SYSTEM "AT/set"> %y;]>'
    f"<html><body><article>&x;{FACTS}</article></body></html>",
    "a document type": f'<!DOCTYPE html SYSTEM "AT/type.dtd"><html><body><article>{FACTS}</article></body></html>',
    "a local file": f'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><article><p>&x;</p>{FACTS}</article>',
    "includes": f'<article xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="AT/part"/>{FACTS}</article>',
    "pictures, frames, styles": '<html><head><base href="AT/"><link rel="stylesheet" href="AT/s.css">'
    '<link rel="canonical" href="AT/canonical"><meta http-equiv="refresh" content="0; url=AT/next">'
    f'<script src="AT/s.js"></script></head><body><article><img src="AT/i.png"><iframe src="AT/f"></iframe>'
    f'<object data="AT/o"></object><video poster="AT/p"><source src="AT/v"></video>{FACTS}</article></body></html>',
    "linked data": '<html><head><script type="application/ld+json">{"@context": "AT/context", "@type": "NewsArticle",'
    '"url": "AT/article", "datePublished": "2024-03-05"}</script></head><body><article>'
    f"{FACTS}</article></body></html>",
}
# Run in a process of its own: an audit hook cannot be taken away again.
READ = """
    import json, sys
    from datetime import UTC, datetime
    from zoneinfo import ZoneInfo

    from timeline.pipeline import events
    from timeline.reading import read
    from timeline.submission import submission

    def text(given):
        article = read(submission(given), zone=ZoneInfo("Europe/London"), now=datetime.now(UTC))
        events(article)
        return article.text

    HARMLESS = "<html><body><article><p>The harbour board met on 4 March 2024.</p></article></body></html>"
    text({"html": HARMLESS, "published": "2024-03-05"})  # loads libraries, one of which asks whether there is IPv6
    asked = []
    REACHING = ("socket.", "urllib.", "http.client.", "subprocess.", "os.system", "ftplib.")
    sys.addaudithook(lambda event, _: asked.append(event) if event.startswith(REACHING) else None)
    texts = [text(given) for given in json.load(sys.stdin)]
    print(json.dumps([asked, texts]))
"""


def read(given: list[dict[str, str]]) -> tuple[list[str], list[str]]:
    """What was asked of the outside, and the texts."""
    program = [sys.executable, "-c", textwrap.dedent(READ)]
    told = subprocess.run(
        program, input=json.dumps(given), capture_output=True, text=True, timeout=HANGING, check=False
    )
    assert told.returncode == 0, told.stderr
    asked, texts = json.loads(told.stdout)
    return asked, texts


@pytest.mark.parametrize("kind", PAGES)
def test_no_address_of_a_page_is_asked_for(kind: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        page = PAGES[kind].replace("AT", address)
        asked, texts = read([{"html": page, "published": "2024-03-05", "url": f"{address}/article"}])
        assert asked == []
        assert "harbour board" in texts[0]
        assert "root:" not in texts[0]
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_no_address_of_a_submission_is_asked_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        port = listener.getsockname()[1]
        hosts = (
            f"127.0.0.1:{port}",
            f"localhost:{port}",
            f"user@127.0.0.1:{port}",
            f"[::1]:{port}",
            "metadata.invalid",
        )
        text = f"See http://127.0.0.1:{port}/story. The harbour board met on 4 March 2024."
        asked, _ = read([{"text": text, "published": "2024-03-05", "url": f"http://{host}/a"} for host in hosts])
        assert asked == []
        with pytest.raises(BlockingIOError):
            listener.accept()
