"""For test.support.import_helper, which switches frozen modules off and on."""


def _override_frozen_modules_for_tests(override):
    return 0


def _override_multi_interp_extensions_check(override):
    return 0


def is_builtin(name):
    return 0


def is_frozen(name):
    return False
