"""``dateline explain``: why each expression of a text means what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.options import format_option

if TYPE_CHECKING:
    from timeline.model import Impossible, Timex


_INDENT = 11
_WIDTH = 120 - _INDENT


@click.command("explain")
@click.argument("text")
@click.option(
    "--published",
    required=True,
    metavar="TIME",
    help="When the text was published: 2024-09-20 or a timestamp.",
)
@click.option("--language", metavar="CODE", help="The text's language (ISO 639); otherwise the text tells.")
@format_option
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
def explain(text: str, published: str, language: str | None, form: str) -> None:
    """Shows every time expression of TEXT: what it stands for, what it was counted from, and why."""
    from timeline.languages.detection import language as detected
    from timeline.pipeline import BadReference, mentions, reference

    try:
        moment = reference(published)
    except BadReference as error:
        raise click.BadParameter(str(error), param_hint="--published") from None
    found = mentions(text, moment, (language or detected(text)).lower())
    for one in found:
        click.echo(_json(one) if form == "json" else _shown(one))
    if not found and form == "text":
        click.echo("No time expression found.")


def _json(found: Timex | Impossible) -> str:
    import json

    from timeline.lines import explained_json

    return json.dumps(explained_json(found), ensure_ascii=False)


def _shown(found: Timex | Impossible) -> str:
    from timeline.lines import explained_json
    from timeline.model import Impossible

    told = explained_json(found)
    if isinstance(found, Impossible):
        return f"{found.text}\n{_row('no date', found.why)}"
    when = found.when
    place = f"{told['earliest'] or 'open'} to {told['latest'] or 'open'}" if when.interval else "none on the calendar"
    rows = {
        "value": " ".join(filter(None, (when.timex.type, when.timex.value, when.timex.mod))),
        "place": f"{place}, told to the {when.granularity.word}{', approximate' if when.approximate else ''}",
        "EDTF": told["edtf"],
        "anchor": told["anchor"],
        "why": told["explanation"],
        "meaning": told["meaning"],
        "rule": found.rule,
    }
    return "\n".join([when.text, *(_row(name, str(value)) for name, value in rows.items() if value)])


def _row(name: str, value: str) -> str:
    import textwrap

    folded = textwrap.wrap(value, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return f"  {name:8} " + ("\n" + " " * _INDENT).join(folded)
