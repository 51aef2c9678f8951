"""Feeds that the operator has set up, asked for by a process of their own: nothing else here asks anybody."""
