"""Texts and stacks for debugging."""

import sys

from . import constants


def extract_stack(f=None, limit=None):
    """The newest entries of the stack, from `f` or from the caller, the newest one last.

    The source lines are looked up only when the stack is printed.
    """
    from traceback import StackSummary, walk_stack

    if f is None:
        f = sys._getframe().f_back
    if limit is None:
        limit = constants.DEBUG_STACK_DEPTH
    stack = StackSummary.extract(walk_stack(f), limit=limit, lookup_lines=False)
    stack.reverse()
    return stack


def _get_function_source(func):
    """Where a function was defined: file and line. Wrappers and partials are looked through."""
    import functools
    import inspect

    func = inspect.unwrap(func)
    if inspect.isfunction(func):
        return func.__code__.co_filename, func.__code__.co_firstlineno
    if isinstance(func, (functools.partial, functools.partialmethod)):
        return _get_function_source(func.func)
    return None
