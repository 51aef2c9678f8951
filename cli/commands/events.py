"""``dateline events``: the events of many documents."""

from __future__ import annotations

import click


@click.command("events")
@click.option("--jsonl", is_flag=True, required=True, help="One JSON document a line in, one event a line out.")
def events(jsonl: bool) -> None:
    """Reads {"id", "dct" or "published", "text", "title"?} a line from standard input and writes its events."""
    import sys

    from cli.documents import rows, write
    from timeline.lines import document, event_line
    from timeline.pipeline import events as found

    for doc, text, title, reference, language in rows(sys.stdin):
        for event in found(document(doc, text, title, reference, language), every=True):
            write(event_line(event, doc))
