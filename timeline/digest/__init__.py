"""The digest of a topic: its most important days, and for each the sentences that tell best what happened."""

from timeline.digest.choice import Asked, Digest, Entry, digest
from timeline.digest.telling import Sentence, Telling, sentences, tellings

__all__ = ["Asked", "Digest", "Entry", "Sentence", "Telling", "digest", "sentences", "tellings"]
