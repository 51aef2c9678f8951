"""The least that the same web server can do: routes of Flask that return bytes which are there already, or none."""

from __future__ import annotations

import os
from pathlib import Path

from flask import Flask, Response

BYTES = "DATELINE_BENCH_BYTES"
"""The file with the bytes."""


def create_app() -> Flask:
    app, body = Flask(__name__), Path(os.environ[BYTES]).read_bytes()

    @app.get("/bytes")
    def some() -> Response:
        return Response(body, mimetype="application/json")

    @app.get("/nothing")
    @app.get("/healthz")
    def nothing() -> Response:
        return Response(b"", mimetype="application/json")

    return app
