"""Articles that nobody means well with, or that came through something broken: made, not kept, for they are large."""

from __future__ import annotations

import random

FACTS = "The harbour board met on 4 March 2024. It will meet the ferry company again next week."
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
_ANY_BYTES = random.Random(20240305).randbytes(60_000)

TEXTS = {
    "NUL characters": FACTS.replace(" ", "\x00"),
    "lone surrogates": f"\ud800{FACTS}\udfff \udc00\ud800",
    "every control character": "".join(map(chr, range(32))) + FACTS + "".join(map(chr, range(127, 160))),
    "text that runs from right to left": "\u202e" + FACTS + "\u2066\u2067\u202d" * 1000,
    "brackets of direction that do not close": "\u2067" * 5000 + FACTS,
    "invisible characters within words": "\u200b".join(FACTS),
    "joiners and soft hyphens": FACTS.replace("a", "a\u00ad\u200d\u2060\ufeff"),
    "a character with 10,000 marks": "e" + "\u0301" * 10_000 + " " + FACTS,
    "marks on every letter": "".join(letter + "\u0337\u0360\u0489" * 8 for letter in FACTS),
    "letters that look like others": FACTS.translate(str.maketrans("aeopcM", "аеорсМ")),
    "digits of other scripts": "Met on ٤ March ٢٠٢٤, on ４ March ２０２４ and on 𝟜 March 𝟚𝟘𝟚𝟜. " * 20,
    "one line of a megabyte": FACTS + " The board and the company said nothing" * 25_000,
    "one word of a megabyte": "x" * 2**20,
    "one sentence of 20 kB": "He said on Monday that " * 900,
    "a megabyte of blanks": FACTS + " " * 2**20,
    "100,000 empty lines": "\n" * 100_000 + FACTS,
    "500 dates": "; ".join(f"{1 + n % 28} {'March' if n % 2 else 'May'} {1900 + n % 120}" for n in range(500)) + ".",
    "500 weekdays in a row": "Tuesday " * 500,
    "nothing but digits": "1234567890" * 5000,
    "numbers beyond any measure": f"In {'9' * 400} years, {'1' * 5000} days ago, on 4 March {'2' * 300}. " * 5,
    "counts beyond the calendar": "It happened 9999999 years ago is back in 999999999999 weeks, in 10000 centuries.",
    "years at the edges": "In the year 0, in 0000, in 9999, on 31 December 9999, in 10000, in 99999 BC, in 1 AD.",
    "dates that do not exist": "On 31 February 2024, 30 February, 0 March, 32/13/2024, 25:61, 24:00, 2024-02-30T99:99. "
    * 20,
    "numbers with points and strokes": "1/2/3/4/5/6 " * 1000 + "1.2.3.4.5 " * 1000 + "-" * 5000,
    "nothing but punctuation": ".,;:!?()[]{}'\"" * 2000,
    "ten thousand quotation marks": '"“”«»‘’' * 1500 + FACTS,
    "brackets in brackets": "(" * 20_000 + FACTS + ")" * 20_000,
    "abbreviations without end": "Jan. Feb. Mr. Dr. St. a.m. p.m. " * 1500,
    "from and to and between": "from between until to by since " * 1500 + "Monday",
    "after after after": "two weeks after " * 1500 + "the vote on 4 March 2024.",
    "a regular expression's nightmare": "a" * 30_000 + "!" + "1 " * 15_000 + "the the the " * 2000,
    "SQL": "Robert'); DROP TABLE articles; -- met on 4 March 2024. \" OR 1=1 /* last week",
    "templates": "{{ 7*7 }} {% for x in y %} ${jndi:ldap://x} %s %n {0.__class__} met last week.",
    "emoji and flags": "🏴󠁧󠁢󠁥󠁮󠁧󠁿👩‍🚒🇬🇧" * 2000 + FACTS,
    "noncharacters and private use": "\ufffe\uffff\U0010ffff\ue000\U000f0000" * 500 + FACTS,
    "line ends of all kinds": FACTS.replace(" ", "\u2028\u2029\x85\v\f\r"),
    "twice encoded": "Müller â€œmetâ€\x9d on 4 MÃ¤rz 2024; Ã‚Â£5 " * 100,
    "Chinese without a blank": "二〇二四年三月四日港口委员会开会" * 2000,
    "Arabic and Hebrew": "اجتمع المجلس في ٤ مارس ٢٠٢٤. המועצה נפגשה ב-4 במרץ 2024. " * 200,
    "Thai": "คณะกรรมการประชุมเมื่อวันที่ ๔ มีนาคม ๒๕๖๗" * 500,
    "headline after headline": "Exclusive\nRead more:\nBy Tom Reyes\n5 March 2024, 09:30\n" * 2000,
}
"""Given as ``text``."""

PAGES = {
    "NUL within tags": f"<ar\x00ticle><p>{FACTS}</p>\x00</article>",
    "control characters where no story is found": "<table><dt>\x08 \x0c\x1f\ufffe rain &#8;&#65534;&#xFFFF; last week",
    "100,000 tags within one another": "<div>" * 100_000 + FACTS + "</div>" * 100_000,
    "entities within entities": f'<!DOCTYPE l [<!ENTITY l0 "ha">{_LAUGHS}]><article><p>&l11;{FACTS}</p></article>',
    "a file of the machine": f'<!DOCTYPE l [<!ENTITY f SYSTEM "file:///etc/passwd">]><article><p>&f;{FACTS}</p></article>',
    "an attribute of 1.9 MB": f'<article><p title="{"x" * 1_900_000}">{FACTS}</p></article>',
    "all entities there are": "".join(f"&#{n};" for n in range(3000)) + f"<p>{FACTS}</p>&bogus;&amp&lt;&#x110000;&#-1;",
    "entities in entities, written out": f"<p>{FACTS.replace('a', '&amp;amp;#97;')}</p>",
    "script, style and templates": f"<script>{FACTS}</script><style>{FACTS}</style><template>{FACTS}</template>{FACTS}",
    "tags that do not close": f"<p <b <i <a href='x {FACTS}",
    "tags crossed": f"<b><i><p>{FACTS}</b></i><table><p>{FACTS}</tr></table></p>" * 50,
    "comments and sections": f"<!-- -- --!> <![CDATA[{FACTS}]]> <?php {FACTS} ?> <p>{FACTS}</p><!--",
    "two thousand dates in metadata": "".join(f'<meta name="date" content="20{n % 99:02}-13-45">' for n in range(2000))
    + f"<p>{FACTS}</p>",
    "linked data that is none": '<script type="application/ld+json">{"datePublished": [[[{}]], null]}</script>' + FACTS,
    "a thousand paragraphs": f"<article>{'<p>It rained on Monday.</p>' * 1_000}</article>",
    "a table of dates": "<table>" + "<tr><td>4 March 2024</td><td>9</td></tr>" * 3000 + f"</table><p>{FACTS}</p>",
}
"""Given as ``html``."""

BYTES = {
    "any bytes": _ANY_BYTES,
    "a picture": b"\x89PNG\r\n\x1a\n" + _ANY_BYTES[:5000],
    "an archive": b"PK\x03\x04" + _ANY_BYTES[:5000],
    "Latin-1": f"{FACTS} Zürich, naïve, £5".encode("latin-1"),
    "UTF-16": FACTS.encode("utf-16"),
    "UTF-8 cut within a character": (FACTS + "é").encode()[:-1],
    "overlong UTF-8": b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80" + FACTS.encode(),
    "surrogates as UTF-8": b"\xed\xa0\x80\xed\xbf\xbf" + FACTS.encode(),
    "a byte order mark in the middle": FACTS.encode() + b"\xef\xbb\xbf" + FACTS.encode(),
    "deep JSON": b"[" * 200_000,
    "deep JSON objects": b'{"a":' * 100_000,
    "JSON with a number of 100,000 digits": b'{"text": "x", "topics": [' + b"9" * 100_000 + b"]}",
    "JSON with the same key twice": b'{"text": "x", "text": ["y"], "topics": ["a"]}',
    "not a number": b'{"text": "x", "published": NaN, "topics": [Infinity]}',
    "an escape cut short": b'{"text": "\\ud83d", "topics": ["\\u"]}',
    "one blank": b" ",
    "nothing": b"",
}
"""Sent as a body of every type there is."""
