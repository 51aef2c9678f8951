"""The readers that are timed side by side, each in a process of its own that speaks :mod:`measure.peers.protocol`."""
