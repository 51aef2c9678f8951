"""`dateline submit`: files to the queue."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.articles import dispatches, expected, files
from cli.options import format_option, say, server_option, token_option
from cli.summary import Summary
from cli.understanding import understood

if TYPE_CHECKING:
    from rich.progress import Progress

    from cli.client import Server
    from cli.submitting import Outcome


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, allow_dash=True, path_type=Path),
    metavar="PATH...",
)
@click.option("--topic", "topics", multiple=True, metavar="T", help="A topic the articles belong to; may be repeated.")
@click.option("--published", metavar="TIME", help="When they were published, whatever they say themselves.")
@server_option
@token_option
@click.option("--wait", is_flag=True, help="Wait until every article is read.")
@format_option
def submit(  # noqa: PLR0913, PLR0917
    paths: Sequence[Path],
    topics: Sequence[str],
    published: str | None,
    url: str | None,
    token: str | None,
    wait: bool,
    form: str,
) -> None:
    """Submit articles: text, HTML, JSON, NDJSON or ninjs files, folders of such, or - for standard input.

    Prints a line for each: its id, what became of it, where it came from and, if it was refused or
    failed, why; then, on standard error, how many were accepted and why the others were not. Ends with 0
    when all were accepted (with --wait: and read), with 1 when some were not, with 69 when no server answers.
    """
    from cli.client import server

    every = [file for path in paths for file in files(path)]
    if not every:
        raise click.UsageError("There is no .txt, .html, .json, .ndjson or .ninjs file in there.")
    there, summary = server(url, token), Summary()
    with _progress(every) as progress, understood(there):
        for outcome in _outcomes(there, every, (topics, published), wait, progress):
            summary.count(outcome)
            say(form, str(outcome), **outcome.json)
            if progress:
                progress.advance(progress.task_ids[0])
    click.echo("\n".join(summary.lines("read" if wait else "accepted")), err=True)
    sys.exit(1 if summary.bad else 0)


def _outcomes(
    server: Server,
    every: list[Path],
    given: tuple[Sequence[str], str | None],
    wait: bool,
    progress: Progress | None,
) -> Iterator[Outcome]:
    from cli.submitting import finished, submissions

    waiting: list[Outcome] = []
    for file in every:
        found = 0
        for outcome in submissions(server, dispatches(file, *given)):
            found += 1
            if wait and outcome.ok:
                waiting.append(outcome)
            else:
                yield outcome
        _grow(progress, found - expected(file))
    yield from finished(server, waiting)


def _grow(progress: Progress | None, more: int) -> None:
    """By articles of which a file's size told nothing."""
    if progress:
        progress.update(progress.task_ids[0], total=(progress.tasks[0].total or 0) + more)


@contextmanager
def _progress(every: Sequence[Path]) -> Iterator[Progress | None]:
    """A bar on standard error while somebody looks at it; standard output stays what it is."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=sys.stdout.isatty()) as progress:
        progress.add_task("Articles", total=sum(map(expected, every)))
        yield progress
