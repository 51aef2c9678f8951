"""``dateline explain``: why each expression of a text means what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from timeline.model import When


@click.command("explain")
@click.argument("text")
@click.option(
    "--published",
    required=True,
    metavar="TIME",
    help="When the text was published: 2024-09-20 or a timestamp.",
)
def explain(text: str, published: str) -> None:
    """Shows every time expression of TEXT with its rule, meaning, anchor and dates."""
    from timeline.languages.detection import language
    from timeline.mentions import tag
    from timeline.pipeline import BadReference, reference

    try:
        moment = reference(published)
    except BadReference as error:
        raise click.BadParameter(str(error), param_hint="--published") from None
    found = tag(text, moment, language(text))
    for timex in found:
        click.echo(_shown(timex.when, timex.rule))
    if not found:
        click.echo("No time expression found.")


def _shown(when: When, rule: str) -> str:
    from timeline.edtf import edtf

    place = edtf(when) or "no place on the calendar"
    mod = f" {when.timex.mod}" if when.timex.mod else ""
    return f"{when.text}\n  {when.timex.type} {when.timex.value}{mod}  {place}\n  {when.explanation}\n  rule {rule}"
