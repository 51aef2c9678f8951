"""What makes an article handed in again the same article."""

from __future__ import annotations

import hashlib
from datetime import UTC

from timeline.addresses import canonical
from timeline.model import Article
from timeline.submission import Submission


def article_id(submission: Submission, article: Article) -> str:
    """32 hex digits that stay the same when a corrected version of the article is handed in."""
    moment = article.published.astimezone(UTC).isoformat()
    if article.url:
        parts = ["url", canonical(article.url)]
    elif _headlined(submission, article):
        parts = ["headline", article.publisher or "", moment, " ".join(article.title.casefold().split())]
    else:
        parts = ["text", moment, article.text.strip()]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _headlined(submission: Submission, article: Article) -> bool:
    known = submission.title is not None or article.title_span is not None
    return known and len(article.title.split()) >= 4
