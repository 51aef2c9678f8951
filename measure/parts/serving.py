"""Timelines over HTTP beside routes that return the same bytes precomputed, under the same server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from http.client import HTTPConnection

from measure.corrections import corrections
from measure.figures import Part
from measure.parts.serving_plain import BYTES
from measure.places import Unmeasured
from measure.plant import Plant, plant
from measure.ratios import Ratio
from measure.spread import Spread
from measure.stored import EVENTS, TITLE, TOPIC, stored
from measure.tables import Table

ROUNDS = 5
_REQUESTS, _PACED, _WARMING = 1_500, 250, 50
"""Of those that are ``paced``, most of the time goes into the corrections."""
_PAGE = f"/api/v1/timelines/{TOPIC}?limit=100"
_HTML = f"/timelines/{TOPIC}?limit=100"


@dataclass(slots=True)
class Rates:
    """Requests that one core of the server answers in a second, broker included, a number for each round.

    ``paced`` is as ``same``, with a correction written before each request, as for what was ``changed``: a server that
    waits in between takes longer for anything.
    """

    nothing: list[float] = field(default_factory=list)
    same: list[float] = field(default_factory=list)
    paced: list[float] = field(default_factory=list)
    unchanged: list[float] = field(default_factory=list)
    changed: list[float] = field(default_factory=list)
    known: list[float] = field(default_factory=list)
    page: list[float] = field(default_factory=list)
    page_changed: list[float] = field(default_factory=list)


def measured() -> Part:
    rates = Rates()
    with plant(stored()) as here, corrections(here.database_url, TITLE) as correct:
        correct()
        here.api()
        body, _ = _answer(here.port, _PAGE)
        with plant() as plain:
            (bytes_file := plain.folder / "bytes").write_bytes(body)
            plain.api("measure.parts.serving_plain:create_app", {BYTES: str(bytes_file)})
            for _ in range(ROUNDS):
                _round(rates, here, plain, correct)
    return Part("serving", table(rates, len(body)), asdict(rates), ratios(rates))


def _round(rates: Rates, here: Plant, plain: Plant, correct: Callable[[], None]) -> None:
    rates.nothing.append(_rate(plain, "/nothing"))
    rates.known.append(_rate(here, _PAGE, {"If-None-Match": _answer(here.port, _PAGE)[1]}, status=304))
    rates.same.append(_rate(plain, "/bytes"))
    rates.unchanged.append(_rate(here, _PAGE))
    rates.page.append(_rate(here, _HTML))
    rates.paced.append(_rate(plain, "/bytes", before=correct))
    rates.changed.append(_rate(here, _PAGE, before=correct))
    rates.page_changed.append(_rate(here, _HTML, before=correct))


def _rate(
    plant: Plant,
    path: str,
    headers: dict[str, str] | None = None,
    *,
    status: int = 200,
    before: Callable[[], None] | None = None,
) -> float:
    """By the CPU time of all programs but the client, which ``before`` each request changes something."""
    wire = HTTPConnection("127.0.0.1", plant.port, timeout=30)
    began = 0.0
    count = _PACED if before else _REQUESTS
    for number_ in range(_WARMING + count):
        if number_ == _WARMING:
            began = plant.cpu()
        if before is not None:
            before()
        wire.request("GET", path, headers=headers or {})
        answer = wire.getresponse()
        answer.read()
        if answer.status != status:
            raise Unmeasured(f"{path} was answered with {answer.status} instead of {status}")
    return count / (plant.cpu() - began)


def _answer(port: int, path: str) -> tuple[bytes, str]:
    """Body and tag."""
    wire = HTTPConnection("127.0.0.1", port, timeout=30)
    wire.request("GET", path)
    answer = wire.getresponse()
    return answer.read(), answer.headers["ETag"] or ""


def ratios(rates: Rates) -> tuple[Ratio, ...]:
    same, nothing = "the same bytes precomputed", "a route that does nothing"
    found = (
        ("timeline of a topic that has not changed", rates.unchanged, same, rates.same, 0.8),
        ("timeline of a topic that has changed", rates.changed, same, rates.paced, 0.35),
        ("304", rates.known, nothing, rates.nothing, 0.9),
        ("page, unchanged", rates.page, "the JSON's rate", rates.unchanged, 0.5),
        ("page, changed", rates.page_changed, "the JSON's rate", rates.changed, 0.5),
    )
    return tuple(
        Ratio("serving", name, to, Spread.over(values, limits), wanted) for name, values, to, limits, wanted in found
    )


def table(rates: Rates, size: int) -> Table:
    names = {
        "a route that does nothing": rates.nothing,
        f"a route that returns {size // 1024} KiB precomputed": rates.same,
        "the same, a correction written before each request": rates.paced,
        "timeline, topic not changed": rates.unchanged,
        "timeline, one of the events corrected before each request": rates.changed,
        "304": rates.known,
        "page, topic not changed": rates.page,
        "page, one of the events corrected before each request": rates.page_changed,
    }
    rows = [(name, *Spread.of(values).cells(0)) for name, values in names.items()]
    title = f"Serving: 100 of {EVENTS:,} events, answers of one core a second, median of {ROUNDS} rounds in turn"
    return Table(title, ("answer", "a second", "lowest", "highest"), rows)
