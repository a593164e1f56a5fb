"""Groups of tasks that end together: `TaskGroup`."""

from _asyncio import TaskGroup

__all__ = ("TaskGroup",)
