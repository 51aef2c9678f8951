"""Web addresses and slugs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit, urlunsplit

_PORTS = {"http": 80, "https": 443}
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘")


def is_web_address(url: str) -> bool:
    """Absolute, http or https, with a host and nothing that needs escaping first."""
    return _parts(url) is not None


def canonical(url: str) -> str:
    """The same for all spellings of one address: fragment off, host in lower case, default port off."""
    parts = _parts(url)
    if parts is None:
        return url
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    port = "" if parts.port in (None, _PORTS[parts.scheme]) else f":{parts.port}"
    return urlunsplit((parts.scheme, host + port, parts.path or "/", parts.query, ""))


@lru_cache(maxsize=64)
def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in _PORTS and parts.hostname and parts.port != 0
    except ValueError:
        return None
    return parts if usable and not re.search(r"[\s\x00-\x1f\x7f<>\"]", url) else None


@lru_cache(maxsize=1024)
def slug(title: str) -> str:
    """Lower case, hyphens between words; letters, marks and digits of any script stay; may be empty."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", title).lower()).translate(_APOSTROPHES)
    kept = (char if unicodedata.category(char)[0] in "LMN" else " " for char in folded)
    return "-".join("".join(kept).split())


def readable(title: str) -> str:
    """A topic's title for people: one given as its own slug ("storm-shadow") loses the hyphens."""
    return title.replace("-", " ").capitalize() if "-" in title and slug(title) == title else title
