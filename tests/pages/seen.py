"""What a page holds, read as a browser would parse it."""

from __future__ import annotations

from flask.testing import FlaskClient
from lxml import html
from lxml.html import HtmlElement


def page(client: FlaskClient, path: str, status: int = 200) -> HtmlElement:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "text/html"
    return html.fromstring(answer.get_data(as_text=True))


def texts(found: HtmlElement, css: str) -> list[str]:
    """The texts of the elements with this class (".date") or this name ("h2"), blanks run together."""
    path = f"//*[contains(concat(' ', @class, ' '), ' {css[1:]} ')]" if css.startswith(".") else f"//{css}"
    return [" ".join(element.text_content().split()) for element in found.xpath(path)]
