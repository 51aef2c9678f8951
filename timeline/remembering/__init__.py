"""What was made of immutable objects, kept for the next time that the very same ones are given."""

from timeline.remembering.latest import Latest
from timeline.remembering.runs import Runs, Whole, middle
from timeline.remembering.single import Remembering

__all__ = ["Latest", "Remembering", "Runs", "Whole", "middle"]
