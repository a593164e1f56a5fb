"""Concurrent execution; everything is in `concurrent.futures`."""
