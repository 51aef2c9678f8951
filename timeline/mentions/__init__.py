"""From found expressions to resolved ones, in the order in which a reader meets them."""

from timeline.mentions.resolve import Reference
from timeline.mentions.tagging import read, tag

__all__ = ["Reference", "read", "tag"]
