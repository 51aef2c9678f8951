"""Derivations in English words, for readers who ask where a date comes from; worked out only when they do."""

from timeline.explanations.explained import explained, meaning

__all__ = ["explained", "meaning"]
