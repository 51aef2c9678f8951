"""Texts as they are searched: words of letters and digits, without case, accents and the marks between them."""

from __future__ import annotations

import re
import unicodedata

LONGEST_WORD = 100
"""Characters of a word that count."""
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> list[str]:
    """The words of a text, in order: “Café-Müller's” is cafe, muller, s. No stemming: ferry is not ferries."""
    plain = text.lower() if text.isascii() else _without_marks(text)
    return [word[:LONGEST_WORD] for word in _WORD.findall(plain)]


def _without_marks(text: str) -> str:
    """Compatibility forms apart, nonspacing marks off (Unicode NFKD), and case folded, which may part some anew."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(character for character in apart if unicodedata.category(character) != "Mn")
