"""An accepted article as the store takes it in, before its events are known."""

from __future__ import annotations

from datetime import datetime

from timeline.addresses import readable
from timeline.model import Article, Topic
from timeline.progress import State
from timeline.store import Entry
from timeline.submission import Submission, topic_slug


def entry(article: Article, given: Submission, received: datetime, state: State) -> Entry:
    """``article`` lends its id only: its text belongs to the events that are found in it."""
    return Entry(
        id=article.id,
        state=state,
        received=received,
        submission=given.model_dump(exclude_none=True),
        topics=tuple(Topic(topic_slug(title), readable(title)) for title in given.topics),
    )
