"""Tasks that do nothing in the queue that Celery brings: its own pool and transport, and else the same settings."""

from __future__ import annotations

import measure.parts.ingest_empty  # noqa: F401  # they do nothing
from worker.app import celery

celery.conf.update(broker_transport="redis", worker_pool="prefork")
