"""Calling blocking functions in a thread."""

from _asyncio import get_running_loop

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    """Call `func` in a thread of the default executor and wait for its result.

    The function sees the context variables of the task that called.
    """
    from contextvars import copy_context
    from functools import partial

    loop = get_running_loop()
    call = partial(copy_context().run, func, *args, **kwargs)
    return await loop.run_in_executor(None, call)
