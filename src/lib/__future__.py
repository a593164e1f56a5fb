"""The features that `from __future__ import` switches on; all but one are always on."""

all_feature_names = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
]

__all__ = ["all_feature_names"] + all_feature_names


class _Feature:
    """When a feature could first be asked for, when it was always on, and its compiler flag."""

    def __init__(self, optional, mandatory, compiler_flag):
        self.optional = optional
        self.mandatory = mandatory
        self.compiler_flag = compiler_flag

    def getOptionalRelease(self):
        return self.optional

    def getMandatoryRelease(self):
        return self.mandatory

    def __repr__(self):
        return "_Feature" + repr((self.optional, self.mandatory, self.compiler_flag))


def _final(major, minor, micro=0):
    return (major, minor, micro, "final", 0)


def _alpha(major, minor, number, micro=0):
    return (major, minor, micro, "alpha", number)


CO_NESTED = 0x10
CO_GENERATOR_ALLOWED = 0
CO_FUTURE_DIVISION = 0x20000
CO_FUTURE_ABSOLUTE_IMPORT = 0x40000
CO_FUTURE_WITH_STATEMENT = 0x80000
CO_FUTURE_PRINT_FUNCTION = 0x100000
CO_FUTURE_UNICODE_LITERALS = 0x200000
CO_FUTURE_BARRY_AS_BDFL = 0x400000
CO_FUTURE_GENERATOR_STOP = 0x800000
CO_FUTURE_ANNOTATIONS = 0x1000000

nested_scopes = _Feature((2, 1, 0, "beta", 1), _alpha(2, 2, 0), CO_NESTED)
generators = _Feature(_alpha(2, 2, 1), _final(2, 3), CO_GENERATOR_ALLOWED)
division = _Feature(_alpha(2, 2, 2), _alpha(3, 0, 0), CO_FUTURE_DIVISION)
absolute_import = _Feature(_alpha(2, 5, 1), _alpha(3, 0, 0), CO_FUTURE_ABSOLUTE_IMPORT)
with_statement = _Feature(_alpha(2, 5, 1), _alpha(2, 6, 0), CO_FUTURE_WITH_STATEMENT)
print_function = _Feature(_alpha(2, 6, 2), _alpha(3, 0, 0), CO_FUTURE_PRINT_FUNCTION)
unicode_literals = _Feature(_alpha(2, 6, 2), _alpha(3, 0, 0), CO_FUTURE_UNICODE_LITERALS)
barry_as_FLUFL = _Feature(_alpha(3, 1, 2), _alpha(4, 0, 0), CO_FUTURE_BARRY_AS_BDFL)
generator_stop = _Feature((3, 5, 0, "beta", 1), _alpha(3, 7, 0), CO_FUTURE_GENERATOR_STOP)
annotations = _Feature((3, 7, 0, "beta", 1), None, CO_FUTURE_ANNOTATIONS)
