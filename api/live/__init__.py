"""Changes of a topic as they happen, as server-sent events."""
