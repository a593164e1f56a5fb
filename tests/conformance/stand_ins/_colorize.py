"""Lets tests turn off colours, which Ouro does not have in tracebacks."""

COLORIZE = False


def can_colorize():
    return False
