"""Lets tests that also look at pickling be imported; those that pickle fail."""

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 5


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def _refuse(*args, **kwargs):
    raise NotImplementedError("Ouro does not pickle")


dump = dumps = load = loads = Pickler = Unpickler = _refuse
_Pickler = _Unpickler = _dumps = _loads = _refuse
