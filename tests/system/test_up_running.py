"""What holds while `dateline up` runs, whoever comes: one installation for all of it."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator

import pytest
from celery import Celery
from dateline_up import ARTICLE, DATELINE, SLUG, Running, up
from processes import HANGING, free_port, until

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def dateline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Started in a folder where another project has packages named as ours are."""
    folder = tmp_path_factory.mktemp("running")
    for name in ("api", "worker", "timeline", "cli"):
        (folder / f"{name}.py").write_text("raise SystemExit('not this one')")
    with up(folder / "data", cwd=folder) as running:
        yield running


def test_another_projects_packages_in_the_working_directory_are_not_taken_for_ours(dateline: Running) -> None:
    article = dateline.submitted(ARTICLE)
    until(lambda: dateline.done(article))
    assert dateline.call(f"/api/v1/timelines/{SLUG}")[0] == 200


def test_a_folder_serves_one_dateline_at_a_time(dateline: Running) -> None:
    command = [DATELINE, "up", "--data", str(dateline.data), "--port", str(free_port())]
    result = subprocess.run(command, capture_output=True, text=True, timeout=HANGING, check=False)
    assert result.returncode == 2
    assert f"in use by another `dateline up` (process {dateline.process.pid})" in result.stderr
    assert dateline.call("/readyz")[0] == 200


def test_any_celery_client_reaches_the_queue_at_the_address_in_the_data_folder(dateline: Running) -> None:
    client = Celery(broker=(dateline.data / "broker" / "url").read_text().strip())
    client.send_task("dateline.ingest", [ARTICLE | {"topics": ["Quarry by queue"]}])
    until(lambda: dateline.call("/api/v1/timelines/quarry-by-queue")[0] == 200)


def test_a_request_that_never_gets_to_its_end_is_hung_up_on(dateline: Running) -> None:
    """Or somebody without a token could hold every connection there is."""
    port = int(dateline.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=HANGING) as wire:
        wire.sendall(b"POST /api/v1/articles HTTP/1.1\r\nHost: x\r\n")
        while wire.recv(4096):
            pass
