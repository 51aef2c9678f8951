"""What is said of a topic in a request, checked."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from api.objects import given
from api.problems import Problem
from api.queries import written_day
from timeline.addresses import slug as slug_of
from timeline.search.parsing import LONGEST
from timeline.search.saved import SavedSearch
from timeline.submission import Line

Title = Annotated[Line, Field(max_length=200)]


def _day(given: str) -> str:
    if written_day(given) is None:
        raise ValueError("must be a day, such as 2024-09-20")
    return given


Day = Annotated[str, AfterValidator(_day), Field(json_schema_extra={"format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"})]


def address(given: str) -> str:
    """As it is, where it is the address of a topic. Raises ValueError."""
    if not given or slug_of(given) != given:
        raise ValueError(f"is no address of a topic: write it as {slug_of(given) or 'words-with-hyphens'!r}")
    return given


Slug = Annotated[str, AfterValidator(address), Field(max_length=200)]


class Search(BaseModel):
    """The articles that meet all of it fall into the topic."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    q: Annotated[str, Field(max_length=LONGEST)] | None = None
    publisher: Annotated[Line, Field(max_length=200)] | None = None
    first: Day | None = Field(default=None, alias="from")
    last: Day | None = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _meant(self) -> Search:
        self.saved()
        return self

    def saved(self) -> SavedSearch:
        days = [None if day is None else date.fromisoformat(day) for day in (self.first, self.last)]
        return SavedSearch(q=self.q, publisher=self.publisher, first=days[0], last=days[1])


class Definition(BaseModel):
    """A topic as it is to be."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    title: Title | None = None
    search: Search | None = None


class Alteration(Definition):
    """What is to be another; ``into`` is the topic that it is merged into."""

    slug: Slug | None = None
    into: Slug | None = None


Asked = TypeVar("Asked", bound=Definition)


def asked(model: type[Asked]) -> Asked:
    """The body of the request. Raises a Problem or BadArticle."""
    return given(model, "a topic", '{"title": "…", "search": {"q": "…"}}')


def proper(slug: str) -> None:
    """Raises a 422 unless the slug is the address of a topic."""
    try:
        address(slug)
    except ValueError as fault:
        raise Problem(422, f"{slug[:80]!r} {fault}.", "slug") from None
