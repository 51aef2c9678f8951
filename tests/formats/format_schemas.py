"""What the specifications of JSON Feed 1.1 and TimelineJS 3 ask for, as JSON Schema."""

from __future__ import annotations

_TEXT = {"type": "string"}
_ADDRESS = {"type": "string", "format": "uri"}
_MOMENT = {"type": "string", "format": "date-time"}
_FILLED = {"type": "string", "minLength": 1}

JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": _FILLED,
        "home_page_url": _ADDRESS,
        "feed_url": _ADDRESS,
        "next_url": _ADDRESS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "additionalProperties": False,
                "patternProperties": {"^_[^.]+$": {"type": "object"}},
                "properties": {
                    "id": _FILLED,
                    "url": _ADDRESS,
                    "external_url": _ADDRESS,
                    "title": _TEXT,
                    "content_text": _TEXT,
                    "date_published": _MOMENT,
                    "date_modified": _MOMENT,
                    "authors": {
                        "type": "array",
                        "minItems": 1,
                        "items": {"type": "object", "required": ["name"], "properties": {"name": _FILLED}},
                    },
                    "tags": {"type": "array", "items": _TEXT},
                },
            },
        },
    },
}


def _whole(least: int, most: int) -> dict[str, object]:
    return {"type": "integer", "minimum": least, "maximum": most}


_DATE = {
    "type": "object",
    "required": ["year"],
    "additionalProperties": False,
    "properties": {
        "year": {"type": "integer"},
        "month": _whole(1, 12),
        "day": _whole(1, 31),
        "hour": _whole(0, 23),
        "minute": _whole(0, 59),
        "second": _whole(0, 59),
    },
    "dependentRequired": {"day": ["month"], "hour": ["day"], "minute": ["hour"], "second": ["minute"]},
}
_WORDS = {
    "type": "object",
    "required": ["headline"],
    "additionalProperties": False,
    "properties": {"headline": _TEXT, "text": _TEXT},
}
TIMELINEJS = {
    "type": "object",
    "required": ["events"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "object", "required": ["text"], "properties": {"text": _WORDS}},
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "text", "unique_id"],
                "additionalProperties": False,
                "properties": {
                    "start_date": _DATE,
                    "end_date": _DATE,
                    "display_date": _FILLED,
                    "group": _FILLED,
                    "unique_id": _FILLED,
                    "text": _WORDS,
                },
            },
        },
    },
}
