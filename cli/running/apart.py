"""Work in a process of its own that ends with it, and takes along what it had loaded."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from typing import NoReturn

from cli.failures import CannotStart, Failed


def apart(work: Callable[[], str]) -> str:
    """What ``work`` returns, which holds in a fork of this process. Raises CannotStart as ``work`` does, and Failed."""
    inbox, outbox = os.pipe()
    sys.stdout.flush()
    process = os.fork()
    if not process:
        os.close(inbox)
        _told(work, outbox)
    os.close(outbox)
    with os.fdopen(inbox, encoding="utf-8") as answers:
        answer = answers.read()
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if code == CannotStart.exit_code:
        raise CannotStart(answer)
    if code:
        raise Failed(f"Preparing the start ended with {f'signal {-code}' if code < 0 else f'exit code {code}'}.")
    return answer


def _told(work: Callable[[], str], outbox: int) -> NoReturn:
    """Nothing of what the process it was forked from would still do is done here too."""
    code = 1
    try:
        with os.fdopen(outbox, "w", encoding="utf-8") as answers:
            try:
                answers.write(work())
                code = 0
            except CannotStart as fault:
                answers.write(fault.format_message())
                code = fault.exit_code
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)
