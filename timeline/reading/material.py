"""What there is to read an article from, whatever form it came in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.reading.errors import NotText
from timeline.submission import Submission

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff\ufffd]")
_HARMLESS = 4
_MOST_LINES = 20_000
_MARKUP = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """``text`` is the text to store. ``times`` are publication times that the page states outside it, best first;
    ``day`` is a day guessed from the page, for when nothing else tells."""

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    times: tuple[str, ...] = ()
    day: str | None = None


def plain(submission: Submission) -> Material:
    """The material of a plain text; raises NotText for binary data and for HTML."""
    text = readable(submission.text or "", "text")
    if _MARKUP.match(text):
        raise NotText("text", 'This is HTML: send it as "html" (or with the content type text/html).')
    return Material(
        text=text,
        title=submission.title,
        url=submission.url,
        publisher=submission.publisher,
        language=submission.language,
    )


def readable(text: str, field: str) -> str:
    """The text to store: one kind of line end, no NUL. Raises NotText, also for more lines than articles have."""
    clean = textual(text, field)
    if clean.count("\n") > _MOST_LINES:
        raise NotText(field, f"It has more than {_MOST_LINES} lines: send one article at a time.")
    return clean


def textual(text: str, field: str) -> str:
    """The text with ``\\n`` for each line end and U+FFFD for NUL; raises NotText where it is none."""
    odd = len(_UNPRINTABLE.findall(text))
    if odd > max(_HARMLESS, len(text) // 50):
        raise NotText(field, "This looks like binary data or a broken encoding: send plain text in UTF-8.")
    if not re.search(r"\w", text):
        raise NotText(field, "There is not one word in it: send the article's text.")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
