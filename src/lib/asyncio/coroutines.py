"""What counts as a coroutine, and whether debug mode is wanted."""

import sys

from _asyncio import _format_coroutine, environment_wants_debug
from types import CoroutineType

__all__ = ("iscoroutinefunction", "iscoroutine")

# Some libraries mark a plain function that returns a coroutine with this object.
_is_coroutine = object()

# Classes already found to be coroutines; a program with endless classes must not fill memory.
_known_coroutine_types = {CoroutineType}
_KNOWN_TYPES_LIMIT = 100


def _is_debug_mode():
    """Whether `-X dev` or PYTHONASYNCIODEBUG asks every new loop for debug mode."""
    flags = sys.flags
    if flags.dev_mode:
        return True
    if flags.ignore_environment:
        return False
    return environment_wants_debug()


def iscoroutine(obj):
    """Tell whether `obj` is a coroutine object, or behaves as one."""
    kind = type(obj)
    if kind in _known_coroutine_types:
        return True
    from collections.abc import Coroutine

    if not isinstance(obj, Coroutine):
        return False
    if len(_known_coroutine_types) < _KNOWN_TYPES_LIMIT:
        _known_coroutine_types.add(kind)
    return True


def iscoroutinefunction(func):
    """Tell whether calling `func` gives a coroutine."""
    from inspect import iscoroutinefunction

    return iscoroutinefunction(func) or getattr(func, "_is_coroutine", None) is _is_coroutine
