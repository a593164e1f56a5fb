"""Lets tests that also look at decimal numbers be imported; those that make one fail."""


class Decimal:
    def __new__(cls, *args):
        raise NotImplementedError("Ouro has no decimal numbers")
