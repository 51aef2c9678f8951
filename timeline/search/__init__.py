"""Searching texts by words, phrases, AND, OR, NOT, -without and begin*: the same whatever the database."""

from timeline.search.parsing import BadQuery, query
from timeline.search.tree import Either, Every, Not, Query, Words

__all__ = ["BadQuery", "Either", "Every", "Not", "Query", "Words", "query"]
