"""Windows of a browser, each with what it remembers to itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

Open = Callable[..., Page]


@contextmanager
def windows(chromium: Browser) -> Iterator[Open]:
    """Makes empty ones, the keywords as for playwright's context; they close with the block."""
    contexts: list[BrowserContext] = []

    def made(**options: Any) -> Page:  # noqa: ANN401
        contexts.append(chromium.new_context(**options))
        return contexts[-1].new_page()

    try:
        yield made
    finally:
        for context in contexts:
            context.close()
