"""``dateline digest``: files in, one line out, and errors for people."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from ferries import FERRY

from cli.main import main

LINES = "".join(json.dumps({"id": i, "time": time, "title": "", "text": text}) + "\n" for i, time, text in FERRY)


def run(*arguments: str | Path, input: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["digest", *map(str, arguments)], input=input)


def test_a_file_gives_dates_with_their_sentences(tmp_path: Path) -> None:
    plain, zipped = tmp_path / "ferry.jsonl", tmp_path / "ferry.jsonl.gz"
    plain.write_text(LINES)
    zipped.write_bytes(gzip.compress(LINES.encode()))
    results = [run(plain, "--dates", "2"), run(zipped, "--dates", "2"), run("-", "--dates", "2", input=LINES)]
    assert {result.exit_code for result in results} == {0}
    assert len({result.stdout for result in results}) == 1
    first, second = json.loads(results[0].stdout)
    assert [first[0], second[0]] == ["2024-05-10", "2024-08-30"]
    assert all(isinstance(sentence, str) for _, sentences in (first, second) for sentence in sentences)


def test_times_with_and_without_a_zone_go_together() -> None:
    times = ["2024-05-11", "2024-05-11T08:00:00+02:00", "2024-05-11 08:00:00", "2024-05-11T08:00:00Z"]
    lines = "".join(
        json.dumps({"id": t, "time": t, "text": f"Boat {n} sank today."}) + "\n" for n, t in enumerate(times)
    )
    assert json.loads(run("-", input=lines).stdout)[0][0] == "2024-05-11"


def test_dates_outside_the_asked_days_are_left_out() -> None:
    found = json.loads(run("-", "--from", "2024-06-01", "--to", "2024-08-31", input=LINES).stdout)
    assert [day for day, _ in found] == ["2024-08-30"]


def test_nothing_gives_an_empty_digest() -> None:
    result = run("-", input="")
    assert (result.exit_code, result.stdout) == (0, "[]\n")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('{"id": "a", "time": "2024', "line 2 of -: no JSON object"),
        ('["a"]', "line 2 of -: no JSON object"),
        ('{"id": "a", "text": "No time."}', "line 2 of -: the field 'time' is missing"),
        ('{"id": "a", "time": "soon", "text": "Bad time."}', "line 2 of -: 'soon' is no date"),
        ('{"id": "a", "time": 5, "text": "Bad time."}', "line 2 of -: 'time' must be a date"),
        ('{"id": "a", "time": "2024-05-11", "text": null}', "line 2 of -: 'text' must be a string"),
        (b"\xff\xfe", "line 2 of -: it is not written in UTF-8"),
    ],
)
def test_a_bad_line_is_named(line: str | bytes, complaint: str) -> None:
    whole = LINES.splitlines()[0].encode() + b"\n" + (line if isinstance(line, bytes) else line.encode())
    result = run("-", input=whole)
    assert result.exit_code == 1
    assert complaint in result.stderr


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--dates", "0"), "'--dates'"),
        (("--sentences", "0"), "'--sentences'"),
        (("--from", "2024-06-02", "--to", "2024-06-01"), "2024-06-02 is after 2024-06-01"),
        (("--from", "June"), "'--from'"),
    ],
)
def test_what_cannot_be_meant_is_refused(options: tuple[str, ...], complaint: str) -> None:
    result = run("-", *options, input=LINES)
    assert result.exit_code == 2
    assert complaint in result.stderr


def test_a_cut_archive_is_told_apart_from_bad_lines() -> None:
    result = run("-", input=gzip.compress(LINES.encode())[:-20])
    assert result.exit_code == 1
    assert "no whole gzip file" in result.stderr


def test_half_a_character_comes_back_as_it_went_in() -> None:
    line = '{"id": "a", "time": "2024-05-11", "text": "The \\ud800 sign fell."}'
    assert json.loads(run("-", input=line).stdout) == [["2024-05-11", ["The \ud800 sign fell."]]]
