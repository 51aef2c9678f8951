"""Feeds in our own words."""

from __future__ import annotations

ENTRY = (
    "<item><title>{title}</title><link>https://harbour.example/{number}</link><guid>urn:harbour:{number}</guid>"
    "<pubDate>{at}</pubDate><description>{text}</description></item>"
)
AT = "Tue, 05 Mar 2024 23:30:00 -0500"


def item(number: int, text: str = "The harbour board met on 4 March 2024.", at: str = AT, title: str = "") -> str:
    return ENTRY.format(number=number, text=text, at=at, title=title or f"The board met for time {number}")


def rss(*items: str) -> str:
    head = "<title>Harbour &amp; Mole</title><link>https://harbour.example/</link><language>en-GB</language>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'


ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
  <title>Hafen</title><id>urn:hafen</id><updated>2024-03-06T10:00:00Z</updated>
  <entry>
    <title type="html">Der Rat &lt;b&gt;tagt&lt;/b&gt; wieder</title><id>urn:hafen:1</id>
    <link rel="alternate" href="/rat/1"/><published>2024-03-05T09:30:00+01:00</published>
    <updated>2024-03-06T10:00:00Z</updated><summary>Kurz.</summary>
    <content type="html">&lt;p&gt;Der Rat tagte am 4. März 2024 im Hafen.&lt;/p&gt;</content>
  </entry>
  <entry>
    <title>Ein Boot</title><id>urn:hafen:2</id><link href="https://hafen.example/2"/>
    <updated>2024-03-06T10:00:00Z</updated><summary>Ein Boot sank am 5. März 2024.</summary>
  </entry>
</feed>"""
