"""Lets tests of the native half of a module be run on the only one there is."""
