"""A browser just started, and what its renderers take."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGKILL
from threading import Timer

from playwright.sync_api import Browser, sync_playwright

from measure.places import Unmeasured

_OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_SETTLING = 0.5


@dataclass
class Started:
    """``late`` are the names of what did not answer in time."""

    browser: Browser
    late: list[str] = field(default_factory=list)

    def renderers(self) -> list[int]:
        processes = self.browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
        return [each["id"] for each in processes if each["type"] == "renderer"]

    def memory(self) -> float:
        """MiB that the largest renderer has resident, a moment later."""
        time.sleep(_SETTLING)
        return max(map(_resident, self.renderers()))

    @contextmanager
    def in_time(self, name: str, seconds: float, renderers: list[int]) -> Iterator[None]:
        """A page that does not answer any more is ended; what is asked of it then fails."""

        def end() -> None:
            self.late.append(name)
            for each in renderers:
                with suppress(ProcessLookupError):
                    os.kill(each, SIGKILL)

        timer = Timer(seconds, end)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


@contextmanager
def started() -> Iterator[Started]:
    """Raises `Unmeasured` where there is none."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        raise Unmeasured("needs Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_OPTIONS))
        try:
            yield Started(browser)
        finally:
            browser.close()


def _resident(process: int) -> float:
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0
