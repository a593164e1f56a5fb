"""Deadlines for blocks of code: `timeout` and `timeout_at`."""

from _asyncio import Timeout, timeout, timeout_at

__all__ = ("Timeout", "timeout", "timeout_at")
