"""Prometheus' text format, version 0.0.4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from worker.meters import Histogram

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
Labels = Mapping[str, str]


def gauge(name: str, help_: str, values: Iterable[tuple[Labels, float]]) -> Iterator[str]:
    yield from _head(name, help_, "gauge")
    for labels, value in values:
        yield f"{name}{_braced(labels)} {_number(value)}"


def histogram(
    name: str, help_: str, bounds: Sequence[float], found: Iterable[tuple[Labels, Histogram]]
) -> Iterator[str]:
    yield from _head(name, help_, "histogram")
    for labels, one in found:
        so_far = 0
        for bound, count in zip((*bounds, "+Inf"), one.counts, strict=True):
            so_far += count
            yield f"{name}_bucket{_braced({**labels, 'le': str(bound)})} {so_far}"
        yield f"{name}_sum{_braced(labels)} {_number(one.total)}"
        yield f"{name}_count{_braced(labels)} {so_far}"


def _head(name: str, help_: str, kind: str) -> tuple[str, str]:
    return f"# HELP {name} {help_}", f"# TYPE {name} {kind}"


def _braced(labels: Labels) -> str:
    return "{" + ",".join(f'{name}="{_escaped(value)}"' for name, value in labels.items()) + "}" if labels else ""


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(round(value, 6))
