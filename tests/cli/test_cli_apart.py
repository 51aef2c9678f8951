"""What `dateline up` has done in a process of its own."""

import os
import signal
import sys

import pytest

from cli.failures import CannotStart, Failed
from cli.running.apart import apart


def test_what_is_done_apart_answers_or_is_refused_and_leaves_nothing_here() -> None:
    def work() -> str:
        import this

        return this.s

    assert "Ornhgvshy" in apart(work)
    assert "this" not in sys.modules

    def refused() -> str:
        raise CannotStart("The store “x” cannot be used.")

    with pytest.raises(CannotStart, match=r"^The store “x” cannot be used\.$"):
        apart(refused)


def test_what_is_killed_apart_fails_the_start(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Failed, match="ended with signal 9"):
        apart(lambda: str(os.kill(os.getpid(), signal.SIGKILL)))
    with pytest.raises(Failed, match="ended with exit code 1"):
        apart(lambda: str(1 / 0))
    assert "ZeroDivisionError" in capfd.readouterr().err
