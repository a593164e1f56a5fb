"""Importing modules by name."""

from _importlib import __import__, import_module, invalidate_caches, reload

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]
