"""Lets tests of the native half of a module be run on the only one there is."""

from queue import Empty, SimpleQueue
