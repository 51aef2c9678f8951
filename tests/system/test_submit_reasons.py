"""What cannot be taken is named with its reason, and all the rest goes through."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from programs import Server, Worker
from typing_in import article, dateline, rows

pytestmark = pytest.mark.system


def test_the_bad_ones_are_named_with_their_reason_and_the_good_ones_go_through(
    server: Server, worker: Worker, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text("{")
    (tmp_path / "b.json").write_text(json.dumps({**article(1, "Bad ferries"), "published": "yesterday-ish"}))
    (tmp_path / "c.json").write_text(json.dumps({**article(1, "Bad ferries"), "colour": "blue"}))
    (tmp_path / "d.json").write_text(json.dumps(article(1, "Bad ferries")))
    (tmp_path / "e.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "f.txt").write_text("x" * 3_000_000)
    (tmp_path / "g.txt").write_text("")
    result = dateline("submit", str(tmp_path), "--topic", "Bad ferries", server=server.url)
    assert result.returncode == 1
    found = {row[2].rpartition("/")[2]: row for row in rows(result)}
    assert {name: row[1] for name, row in found.items()} == {
        **dict.fromkeys(("a.json", "b.json", "c.json", "e.txt", "f.txt", "g.txt"), "refused"),
        "d.json": "queued",
    }
    assert "not JSON" in found["a.json"][3]
    assert "published" in found["b.json"][3]
    assert "colour" in found["c.json"][3]
    assert "too large" in found["f.txt"][3]
    assert all(row[3] for name, row in found.items() if name != "d.json")
    assert result.stderr.startswith("1 accepted, 6 not.\n  1 × ")
    assert result.stderr.count("\n") == 7


def test_thousands_of_lines_go_through_with_each_told_and_the_reasons_summed_up(server: Server, tmp_path: Path) -> None:
    """As a pipe would send them, for a script to read."""
    broken = ("{", json.dumps({"text": "It left on Monday.", "colour": "blue"}))
    lines = [json.dumps(article(n, "Bulk ferries")) if n % 10 else broken[n // 10 % 2] for n in range(2000)]
    (tmp_path / "many.ndjson").write_text("\n".join(lines))
    result = dateline("submit", str(tmp_path / "many.ndjson"), "--format", "json", server=server.url)
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert (result.returncode, len(told)) == (1, 2000)
    assert [one["state"] for one in told] == ["queued" if n % 10 else "refused" for n in range(2000)]
    assert {one["source"].rpartition(":")[2] for one in told} == {str(n + 1) for n in range(2000)}
    assert all((one["id"] is None) == (one["reason"] is not None) for one in told)
    assert result.stderr.startswith("1800 accepted, 200 not.\n  100 × ")
    assert len(result.stderr.splitlines()) == 3


def test_ninjs_is_known_by_its_shape_and_a_cancelled_item_is_refused(server: Server, tmp_path: Path) -> None:
    item = {
        "uri": "https://wire.example/7",
        "versioncreated": "2025-03-05T09:00:00Z",
        "headline": "The ferry leaves late",
    }
    item |= {"body_text": "The ferry left the harbour on Monday.", "subject": [{"name": "Wire ferries"}]}
    (tmp_path / "good.json").write_text(json.dumps(item))
    (tmp_path / "gone.ninjs").write_text(json.dumps(item | {"pubstatus": "canceled"}))
    result = dateline("submit", str(tmp_path), "--topic", "Ferries by wire", server=server.url)
    gone, good = rows(result)
    assert (good[1], gone[1], "DELETE" in gone[3]) == ("queued", "refused", True)
    told = server.get(f"/api/v1/articles/{good[0]}")
    assert sorted(topic["title"] for topic in told["topics"]) == ["Ferries by wire", "Wire ferries"]
