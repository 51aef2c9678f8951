"""What somebody hands in, before it is read: the JSON of the contract, checked."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from timeline.addresses import is_web_address, slug

LONGEST_TEXT = 10_000_000
MOST_TOPICS = 20
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANK = " \t\r\n\v\f\x00\xa0\u200b\ufeff"


class BadArticle(ValueError):
    """An article that cannot be taken. ``field`` is at fault; ``message`` says what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(field, message)
        self.field = field
        self.message = message

    def __str__(self) -> str:
        return f"{self.field}: {self.message}" if self.field else self.message


class InvalidSubmission(BadArticle):
    """The JSON is not that of an article."""


def _mended(value: object) -> object:
    if not isinstance(value, str) or value.isascii():
        return value
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", value)


def _filled(text: str) -> str:
    if not text.strip(_BLANK):
        raise ValueError("is empty: leave it out or fill it in")
    return text


def _one_line(text: str) -> str:
    return " ".join(_filled(text.replace("\x00", " ")).split())


def _web_address(url: str) -> str:
    if not is_web_address(url.strip()):
        raise ValueError("is not a web address: write it as https://example.org/path")
    return url.strip()


def _language(tag: str) -> str:
    if not _LANGUAGE.fullmatch(tag):
        raise ValueError('is not a language tag: write one like "en" or "en-GB"')
    return tag.replace("_", "-")


def _topics(titles: list[str]) -> list[str]:
    slugs: dict[str, str] = {}
    for title in titles:
        slugs.setdefault(topic_slug(title), title)
    return list(slugs.values())


Body = Annotated[str, BeforeValidator(_mended), AfterValidator(_filled), Field(max_length=LONGEST_TEXT)]
Line = Annotated[str, BeforeValidator(_mended), AfterValidator(_one_line)]
Address = Annotated[str, BeforeValidator(_mended), AfterValidator(_web_address), Field(max_length=2000)]
Topic = Annotated[Line, Field(max_length=200)]
Topics = Annotated[list[Topic], AfterValidator(_topics), Field(max_length=MOST_TOPICS)]
_ONE_TEXT: dict[str, Any] = {
    "oneOf": [{"required": [field], "properties": {field: {"type": "string"}}} for field in ("text", "html")]
}


class Submission(BaseModel):
    """One article as handed in. Either ``text`` or ``html`` is given; topics differ by slug."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, json_schema_extra=_ONE_TEXT)

    text: Body | None = None
    html: Body | None = None
    published: Annotated[Line, Field(max_length=200)] | None = None
    title: Annotated[Line, Field(max_length=1000)] | None = None
    url: Address | None = None
    publisher: Annotated[Line, Field(max_length=200)] | None = None
    language: Annotated[str, AfterValidator(_language), Field(max_length=35)] | None = None
    topics: Topics = Field(default_factory=list)

    @model_validator(mode="after")
    def _one_source(self) -> Submission:
        if self.text is None and self.html is None:
            raise InvalidSubmission("text", 'The article is missing: give it as "text" or as "html".')
        if self.text is not None and self.html is not None:
            raise InvalidSubmission("html", 'The article was given twice: give "text" or "html", not both.')
        return self


_WRONG = {
    "string_type": "must be a text in quotation marks",
    "list_type": 'must be a list of names, like ["Storm Shadow"]',
    "extra_forbidden": "is not a field of {what}; the fields are {fields}",
    "missing": "is missing",
    "int_type": "must be a whole number",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "too_short": "must have an entry",
    "string_too_long": "is too long: at most {max_length} characters",
    "too_long": "has too many entries: at most {max_length}",
}


def submission(data: object) -> Submission:
    """``data`` as decoded from JSON; raises InvalidSubmission for the first fault."""
    if not isinstance(data, dict):
        raise InvalidSubmission("", 'An article is a JSON object, like {"text": "…", "topics": ["…"]}.')
    try:
        return Submission.model_validate(data)
    except ValidationError as errors:
        wrong = fault(errors, Submission, "an article")
    raise wrong


def fault(errors: ValidationError, of: type[BaseModel], what: str) -> InvalidSubmission:
    """The first fault in words; ``what`` has the fields of the model."""
    error = errors.errors(include_url=False, include_input=False)[0]
    detail = error.get("ctx", {})
    cause = detail.get("error")
    if isinstance(cause, InvalidSubmission):
        return cause
    told = {"what": what, "fields": ", ".join(of.model_fields), **detail}
    worded = _WRONG[error["type"]].format_map(told) if error["type"] in _WRONG else error["msg"]
    said = str(cause) if cause else worded
    field = ".".join(str(part) for part in error["loc"])
    return InvalidSubmission(field, f'"{field}" {said}.')


def topic_slug(title: str) -> str:
    """``Storm Shadow`` -> ``storm-shadow``; letters, marks and digits of any script stay."""
    if not (found := slug(title)):
        raise InvalidSubmission("topics", f'"{title}" has no letter or digit to make an address of.')
    return found
