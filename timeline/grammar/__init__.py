"""What finds expressions: patterns over words, compiled to a tree that is walked once."""
