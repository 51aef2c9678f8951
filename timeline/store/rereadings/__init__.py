"""Reading all stored articles again: the port and its tables."""
