"""The scanner of a decoder, as a function of its own."""

__all__ = ["make_scanner"]


def make_scanner(context):
    """Return the function that reads one value for a decoder."""
    return context.scan_once


py_make_scanner = make_scanner
