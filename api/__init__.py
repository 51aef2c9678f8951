"""The HTTP interface: JSON under ``/api/v1``, pages for people, and what operators look at."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from api.settings import ApiSettings


def create_app(settings: ApiSettings | None = None) -> Flask:
    """The WSGI application, told by the environment where no settings are given. Raises InvalidSetting."""
    from api.app import application
    from api.settings import api_settings
    from worker.logs import configure

    if settings is None:
        settings = api_settings(os.environ)
        configure(settings.worker.log)
    return application(settings)
