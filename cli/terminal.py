"""Text from outside on its way to a terminal."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """One line without control characters: a scraped headline must not steer the reader's terminal."""
    visible = "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") else char for char in text)
    return " ".join(visible.split())
