"""The operations of all resources, by the names of their views."""

from __future__ import annotations

from api.description.operation import Operation
from api.description.resources import RESOURCES

OPERATIONS: dict[str, Operation] = {
    name: operation for resource in RESOURCES for name, operation in resource.OPERATIONS.items()
}
