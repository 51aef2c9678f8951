"""Broker, worker and API as the children of one terminal."""
