"""Timelines over HTTP beside routes that return the same bytes precomputed, under the same server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from measure.figures import Part
from measure.kept import move
from measure.parts.serving_plain import BYTES
from measure.places import Unmeasured
from measure.plant import Plant, plant
from measure.ratios import Ratio
from measure.spread import Spread
from measure.stored import EVENTS, TOPIC, stored
from measure.tables import Table

ROUNDS = 5
_REQUESTS, _WARMING = 400, 50
_PAGE = f"/api/v1/timelines/{TOPIC}?limit=100"
_HTML = f"/timelines/{TOPIC}?limit=100"


@dataclass(slots=True)
class Rates:
    """Requests that one core of the server answers in a second, broker included, a number for each round."""

    nothing: list[float] = field(default_factory=list)
    same: list[float] = field(default_factory=list)
    unchanged: list[float] = field(default_factory=list)
    changed: list[float] = field(default_factory=list)
    known: list[float] = field(default_factory=list)
    page: list[float] = field(default_factory=list)
    page_changed: list[float] = field(default_factory=list)


def measured() -> Part:
    store = stored()
    rates = Rates()
    with plant(store) as here:
        here.api()
        body, tag = _answer(here.port, _PAGE)
        with plant() as plain:
            (bytes_file := plain.folder / "bytes").write_bytes(body)
            plain.api("measure.parts.serving_plain:create_app", {BYTES: str(bytes_file)})
            for _ in range(ROUNDS):
                _round(rates, here, plain, store, tag)
    return Part("serving", table(rates, len(body)), asdict(rates), ratios(rates))


def _round(rates: Rates, here: Plant, plain: Plant, store: Path, tag: str) -> None:
    def moved() -> None:
        move(store, TOPIC)

    rates.nothing.append(_rate(plain, "/nothing"))
    rates.same.append(_rate(plain, "/bytes"))
    rates.unchanged.append(_rate(here, _PAGE))
    rates.known.append(_rate(here, _PAGE, {"If-None-Match": _answer(here.port, _PAGE)[1]}, status=304))
    rates.changed.append(_rate(here, _PAGE, before=moved))
    rates.page.append(_rate(here, _HTML))
    rates.page_changed.append(_rate(here, _HTML, before=moved))


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
    count = _REQUESTS // 4 if before else _REQUESTS
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
        ("timeline of a topic that has changed", rates.changed, same, rates.same, 0.35),
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
        "timeline, topic not changed": rates.unchanged,
        "timeline, topic changed before each request": rates.changed,
        "304": rates.known,
        "page, topic not changed": rates.page,
        "page, topic changed before each request": rates.page_changed,
    }
    rows = [(name, *Spread.of(values).cells(0)) for name, values in names.items()]
    title = f"Serving: 100 of {EVENTS:,} events, answers of one core a second, median of {ROUNDS} rounds in turn"
    return Table(title, ("answer", "a second", "lowest", "highest"), rows)
