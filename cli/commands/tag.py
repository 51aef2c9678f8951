"""``dateline tag``: time expressions of many documents."""

from __future__ import annotations

import click


@click.command("tag")
@click.option("--jsonl", is_flag=True, required=True, help="One JSON document a line in, one answer a line out.")
def tag(jsonl: bool) -> None:
    """Reads {"id", "dct" or "published", "text"} a line from standard input and writes its time expressions.

    Dates that do not exist, such as 31 February, are under "impossible", with the reason.

    "language" (an ISO 639 code) may say which language a text is in; otherwise the text tells.
    """
    import sys

    from cli.documents import rows, write
    from timeline.lines import tagged_json
    from timeline.mentions import read

    for doc, text, _, reference, language in rows(sys.stdin):
        write(tagged_json(doc, read(text, reference, language)))
