"""Texts as they are searched: words of letters and digits, without case, accents and the marks between them."""

from __future__ import annotations

import re
import unicodedata

LONGEST_WORD = 100
"""Characters of a word that count."""
_WORD = re.compile(r"[^\W_]+")
BETWEEN = {code: " " for code in range(128) if not chr(code).isalnum()}


def folded(text: str) -> list[str]:
    """The words of a text, in order: “Café-Müller's” is cafe, muller, s. No stemming: ferry is not ferries."""
    if text.isascii():
        plain = text.lower().translate(BETWEEN)
        words = plain.split()
    else:
        plain = _without_marks(text)
        words = _WORD.findall(plain)
    if len(plain) <= LONGEST_WORD or len(max(words, key=len, default="")) <= LONGEST_WORD:
        return words
    return [word[:LONGEST_WORD] for word in words]


def _without_marks(text: str) -> str:
    """Compatibility forms apart, nonspacing marks off (Unicode NFKD), and case folded, which may part some anew."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(character for character in apart if unicodedata.category(character) != "Mn")
