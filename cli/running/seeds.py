"""The example articles, sent through the queue like anybody's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import cli
from cli.articles import Dispatch, dispatches, files
from cli.client import Server
from cli.failures import CannotStart
from cli.submitting import Outcome, finished, status, submitted


def seeds_folder() -> Path:
    """The project's ``seeds/``: beside the packages, or in the working directory. Raises CannotStart."""
    for place in (Path(cli.__file__).parents[1], Path.cwd()):
        if (place / "seeds").is_dir():
            return place / "seeds"
    raise CannotStart("There is no folder seeds/ here: run `dateline up --seeds` in a clone of the project.")


def sow(folder: Path, server: Server, memory: Path, say: Callable[[str], None]) -> None:
    """Submits what the server has not read yet, waits for it, and says where each topic's page is.

    ``memory`` keeps which file's content became which article, so that a later start sends nothing again.
    """
    known: dict[str, str] = json.loads(memory.read_text()) if memory.exists() else {}
    sent: list[Outcome] = []
    for dispatch in _dispatches(folder):
        digest = _digest(dispatch)
        if digest in known and status(server, Outcome(dispatch.label, "queued", known[digest])).state == "done":
            continue
        outcome = submitted(server, dispatch)
        if outcome.id:
            known[digest] = outcome.id
        sent.append(outcome)
    memory.write_text(json.dumps(known, indent=1))
    for outcome in finished(server, sent):
        if not outcome.ok:
            say(f"A seed was not taken: {outcome}")
    for topic in server.get("/api/v1/topics").body["topics"]:
        say(f"  {topic['title']}: {server.url}/timelines/{topic['slug']}")


def _dispatches(folder: Path) -> Iterator[Dispatch]:
    """A topic's articles stand in a folder of its name; those that spell its title out come first, and give it."""
    for topic in sorted(path for path in folder.iterdir() if path.is_dir()):
        title = topic.name.replace("-", " ").capitalize()
        for file in sorted(files(topic), key=lambda file: file.suffix != ".json"):
            yield from dispatches(file, () if file.suffix == ".json" else (title,))


def _digest(dispatch: Dispatch) -> str:
    return hashlib.sha256(dispatch.content_type.encode() + dispatch.query.encode() + dispatch.body).hexdigest()
