"""What events are selected by, and full text. The values are filled in by `timeline.store.refilling`."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009_selections"
down_revision = "0008_events_by_id"

Name = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_FULL_TEXT = {
    "sqlite": (
        "CREATE VIRTUAL TABLE place_words USING fts5(words, topic UNINDEXED, home UNINDEXED, "
        """tokenize = "ascii tokenchars '_'")""",
        """CREATE VIRTUAL TABLE article_words USING fts5(words, tokenize = "ascii tokenchars '_'")""",
    ),
    "postgresql": (
        "CREATE TABLE place_words (topic bigint, home bigint, words tsvector NOT NULL, PRIMARY KEY (topic, home))",
        "CREATE INDEX place_words_by_word ON place_words USING gin (words)",
        "CREATE TABLE article_words (article bigint PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE, "
        "words tsvector NOT NULL)",
        "CREATE INDEX article_words_by_word ON article_words USING gin (words)",
    ),
}


def upgrade() -> None:
    op.add_column("articles", sa.Column("publisher", Name))
    op.create_index("articles_by_publisher", "articles", ["publisher"])
    for name, kind in (
        ("status", sa.Text()),
        ("granularity", sa.SmallInteger()),
        ("weight", sa.Double()),
        ("importance", sa.Double()),
    ):
        op.add_column("places", sa.Column(name, kind, nullable=False, server_default="0"))
    op.add_column("places", sa.Column("doc", sa.BigInteger))
    for statement in _FULL_TEXT[op.get_bind().dialect.name]:
        op.execute(statement)
