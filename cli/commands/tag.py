"""``dateline tag``: time expressions of many documents."""

from __future__ import annotations

import click


@click.command("tag")
@click.option("--jsonl", is_flag=True, required=True, help="One JSON document a line in, one answer a line out.")
def tag(jsonl: bool) -> None:
    """Reads {"id", "dct" or "published", "text"} a line from standard input and writes its time expressions.

    "language" (an ISO 639 code) may say which language a text is in; otherwise the text tells.
    """
    import sys

    from cli.documents import rows, write
    from timeline.lines import timex_json
    from timeline.mentions import tag as tagged

    for doc, text, _, reference, language in rows(sys.stdin):
        write({"id": doc, "timexes": [timex_json(timex) for timex in tagged(text, reference, language)]})
