"""The digest of a topic: its most important days, and for each the sentences that tell best what happened."""

from timeline.digest.choice import Asked, Digest, Entry, digest
from timeline.digest.telling import Telling, sentences

__all__ = ["Asked", "Digest", "Entry", "Telling", "digest", "sentences"]
