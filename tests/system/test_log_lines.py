"""The way of an article through the logs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dateline_up import ARTICLE, up
from processes import until

pytestmark = pytest.mark.system


def lines(log: Path) -> list[dict[str, object]]:
    """The log as objects, without what the server says of itself before the program runs."""
    return [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]


def test_an_article_and_its_request_are_found_in_every_log(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with up(data, environ={"DATELINE_LOG": "json"}) as running:
        article = running.submitted(ARTICLE)
        until(lambda: running.done(article))
        (accepted,) = (line for line in lines(data / "logs" / "api.log") if line["event"] == "Article accepted")
        assert accepted["article"] == article
        answered = [line for line in lines(data / "logs" / "api.log") if line.get("request") == accepted["request"]]
        assert {"method": "POST", "route": "/api/v1/articles", "status": 202}.items() <= answered[-1].items()
        worker = until(lambda: [one for one in lines(data / "logs" / "worker.log") if one.get("article") == article])
        assert {line["request"] for line in worker} == {accepted["request"]}
        said = (data / "logs" / "worker.log").read_text().splitlines()
        (ready,) = (number for number, line in enumerate(said) if " ready." in line)
        assert [line for line in said[ready:] if not line.startswith("{")] == []
