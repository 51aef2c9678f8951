"""Addresses of pages with parameters that other programs added, and with mistyped ones of ours."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from harbour import EVENTS, entry
from harbour_records import GAZETTE
from lxml import html
from seen import texts
from shown import PATH

from timeline.store import Store

ADDED = "utm_source=letter&utm_medium=e-mail&fbclid=x&gclid=y&msclkid=z&mc_cid=1&fbclid=twice"
TAKING = (PATH, f"{PATH}/digest", "/submit")
TAKING_NONE = (
    *("/", f"{PATH}/events/{EVENTS[3].id}", f"/articles/{GAZETTE.article}", "/api/v1/docs"),
    *(f"{PATH}/{picture}" for picture in ("density.svg", "preview.svg", "preview.png")),
)
HTML = {"Accept": "text/html"}


@pytest.mark.parametrize("path", [*TAKING, *TAKING_NONE])
def test_what_other_sites_add_to_a_link_keeps_it_from_nothing(store: Store, client: FlaskClient, path: str) -> None:
    store.replace(entry())
    answer = client.get(f"{path}?{ADDED}", headers=HTML, follow_redirects=True)
    assert answer.status_code == 200
    assert path != PATH or answer.request.query_string == b""


def test_a_chronology_leads_to_the_same_selection_without_it(store: Store, client: FlaskClient) -> None:
    store.replace(entry())
    answer = client.get(f"{PATH}?status=denied&{ADDED}&q=harbour")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{PATH}?status=denied&q=harbour")


@pytest.mark.parametrize("path", [*TAKING, f"{PATH}/entries", f"{PATH}/strip.svg"])
@pytest.mark.parametrize("query", ["form=2024-09-01", "topc=Harbour", "utm=letter", "xfbclid=1"])
def test_a_mistyped_parameter_is_told_where_there_are_any(
    store: Store, client: FlaskClient, path: str, query: str
) -> None:
    store.replace(entry())
    answer = client.get(f"{path}?{query}", headers=HTML)
    assert (answer.status_code, answer.mimetype) == (400, "text/html")
    assert f"no parameter '{query.partition('=')[0]}'" in " ".join(texts(html.fromstring(answer.text), "main"))


@pytest.mark.parametrize("path", TAKING_NONE)
def test_where_there_are_none_nothing_can_be_meant(store: Store, client: FlaskClient, path: str) -> None:
    """What shows a preview of a link asks for its picture with a number of its own behind it."""
    store.replace(entry())
    assert client.get(f"{path}?v=20241123&ref=news", headers=HTML).status_code == 200


def test_programs_are_told_of_any(store: Store, client: FlaskClient) -> None:
    store.replace(entry())
    for path in (f"/api/v1{PATH}", f"/api/v1{PATH}/digest", "/api/v1/topics"):
        assert client.get(f"{path}?utm_source=letter").status_code == 400, path
