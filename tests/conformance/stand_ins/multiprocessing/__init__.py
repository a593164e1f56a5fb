"""Imported by a test that starts processes, which is skipped."""
