"""What a command says, and how it ends, when it cannot do what was asked."""

from __future__ import annotations

import click

UNAVAILABLE = 69
"""EX_UNAVAILABLE of sysexits.h."""

PROTOCOL = 76
"""EX_PROTOCOL of sysexits.h."""


class CannotStart(click.ClickException):
    """Something stands in the way before anything was started."""

    exit_code = 2


class Failed(click.ClickException):
    """Something that was started did not come up or did not stay up."""

    exit_code = 1


class Unreachable(click.ClickException):
    """The server, or the broker or store behind it, does not answer."""

    exit_code = UNAVAILABLE


class Garbled(click.ClickException):
    """Something answers that is no Dateline, or none of this version."""

    exit_code = PROTOCOL
