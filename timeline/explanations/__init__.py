"""Derivations in English words, for readers who ask where a date comes from; worked out only when they do."""

from timeline.explanations.explained import explained, meaning
from timeline.explanations.impossible import why

__all__ = ["explained", "meaning", "why"]
