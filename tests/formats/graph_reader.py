"""Linked data read by rdflib, into what it says of its events."""

from __future__ import annotations

from typing import Any

import rdflib
from told_events import Told

SCHEMA = rdflib.Namespace("https://schema.org/")
EDTF = rdflib.URIRef("http://id.loc.gov/datatypes/edtf/EDTF")


def read_jsonld(document: bytes) -> list[Told]:
    graph = rdflib.Graph().parse(data=document, format="json-ld")
    lists = list(graph.subjects(rdflib.RDF.type, SCHEMA.ItemList))
    assert len(lists) == 1
    items = sorted(
        graph.objects(lists[0], SCHEMA.itemListElement), key=lambda item: int(str(graph.value(item, SCHEMA.position)))
    )
    return [_node(graph, graph.value(item, SCHEMA.item)) for item in items]


def _node(graph: rdflib.Graph, node: Any) -> Told:  # noqa: ANN401
    def value(name: str) -> str | None:
        found = graph.value(node, SCHEMA[name])
        return None if found is None else str(found)

    place = graph.value(node, rdflib.DCTERMS.temporal)
    assert place is None or (isinstance(place, rdflib.Literal) and place.datatype == EDTF)
    assert (node, rdflib.RDF.type, SCHEMA.Event) in graph
    assert list(graph.objects(node, SCHEMA.subjectOf))
    return Told(
        str(value("identifier")), str(value("name")), str(value("keywords")), value("startDate"), value("endDate")
    )
