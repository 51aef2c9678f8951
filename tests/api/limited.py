"""What makes an application with limits of its own, and an address for whoever only reads."""

from __future__ import annotations

from collections.abc import Callable

from flask.testing import FlaskClient

TOPICS = "/api/v1/topics"
Made = Callable[..., FlaskClient]
