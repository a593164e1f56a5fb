"""Lets tests that also look at arrays be imported; those that make one fail."""


class array:
    def __new__(cls, *args):
        raise NotImplementedError("Ouro has no arrays")
