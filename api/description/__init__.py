"""What the API takes and answers, told to programs as OpenAPI and to people as a page."""

from api.description.document import document
from api.description.words import described

__all__ = ["described", "document"]
