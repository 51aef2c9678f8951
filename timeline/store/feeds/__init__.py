"""Feeds that the operator has set up, and which of their entries were taken in."""
