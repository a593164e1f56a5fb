"""Suites: tests that run together, with the fixtures of their classes and modules."""

import sys

from unittest import case, util

__unittest = True


def _call_if_exists(parent, attr):
    function = getattr(parent, attr, None)
    if function is not None:
        function()


class BaseTestSuite(object):
    """A list of tests and suites."""

    # Tests that have run are dropped, so that their objects are freed.
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return "<%s tests=%s>" % (util.strclass(self.__class__), list(self))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum([test.countTestCases() for test in self if test])

    def addTest(self, test):
        if not callable(test):
            raise TypeError("{} is not callable".format(repr(test)))
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError(
                "TestCases and TestSuites must be instantiated "
                "before passing them to addTest()"
            )
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        try:
            test = self._tests[index]
        except TypeError:
            # The tests of a subclass may be something else than a list.
            return
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A suite that also runs setUpClass(), setUpModule() and what undoes them."""

    def run(self, result, debug=False):
        outermost = getattr(result, "_testRunEntered", False) is False
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if _isnotsuite(test):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(
                    result, "_moduleSetUpFailed", False
                ):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        if outermost:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _report(self, result, error, method_name, parent, info=None):
        """Report an error outside of any test."""
        holder = _ErrorHolder(f"{method_name} ({parent})")
        addSkip = getattr(result, "addSkip", None)
        if addSkip is not None and isinstance(error, case.SkipTest):
            addSkip(holder, str(error))
        else:
            result.addError(holder, info or sys.exc_info())

    def _attempt(self, result, function, method_name, parent):
        """Call a fixture and report if it fails; True if it succeeded."""
        try:
            function()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            self._report(result, error, method_name, parent)
            return False
        return True

    def _handleClassSetUp(self, test, result):
        cls = test.__class__
        if (
            cls == getattr(result, "_previousTestClass", None)
            or result._moduleSetUpFailed
            or getattr(cls, "__unittest_skip__", False)
        ):
            return
        try:
            cls._classSetupFailed = False
        except TypeError:
            # A test may be an instance of a class written in C.
            pass
        setUpClass = getattr(cls, "setUpClass", None)
        if setUpClass is None:
            return
        name = util.strclass(cls)
        _call_if_exists(result, "_setupStdout")
        try:
            if not self._attempt(result, setUpClass, "setUpClass", name):
                try:
                    cls._classSetupFailed = True
                except TypeError:
                    pass
                self._class_cleanups(cls, result, "setUpClass")
        finally:
            _call_if_exists(result, "_restoreStdout")

    def _class_cleanups(self, cls, result, method_name):
        doClassCleanups = getattr(cls, "doClassCleanups", None)
        if doClassCleanups is None:
            return
        doClassCleanups()
        for info in cls.tearDown_exceptions:
            if isinstance(result, _DebugResult):
                raise info[1]
            self._report(result, info[1], method_name, util.strclass(cls), info=info)

    def _tearDownPreviousClass(self, test, result):
        cls = getattr(result, "_previousTestClass", None)
        if (
            cls is None
            or cls == test.__class__
            or getattr(cls, "_classSetupFailed", False)
            or getattr(result, "_moduleSetUpFailed", False)
            or getattr(cls, "__unittest_skip__", False)
        ):
            return
        tearDownClass = getattr(cls, "tearDownClass", None)
        if tearDownClass is None and not hasattr(cls, "doClassCleanups"):
            return
        _call_if_exists(result, "_setupStdout")
        try:
            if tearDownClass is not None:
                self._attempt(result, tearDownClass, "tearDownClass", util.strclass(cls))
            self._class_cleanups(cls, result, "tearDownClass")
        finally:
            _call_if_exists(result, "_restoreStdout")

    def _get_previous_module(self, result):
        previous = getattr(result, "_previousTestClass", None)
        return None if previous is None else previous.__module__

    def _handleModuleFixture(self, test, result):
        name = test.__class__.__module__
        if name == self._get_previous_module(result):
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        setUpModule = getattr(sys.modules.get(name), "setUpModule", None)
        if setUpModule is None:
            return
        _call_if_exists(result, "_setupStdout")
        try:
            if not self._attempt(result, setUpModule, "setUpModule", name):
                result._moduleSetUpFailed = True
                self._attempt(result, case.doModuleCleanups, "setUpModule", name)
        finally:
            _call_if_exists(result, "_restoreStdout")

    def _handleModuleTearDown(self, result):
        name = self._get_previous_module(result)
        if name is None or result._moduleSetUpFailed or name not in sys.modules:
            return
        _call_if_exists(result, "_setupStdout")
        try:
            tearDownModule = getattr(sys.modules[name], "tearDownModule", None)
            if tearDownModule is not None:
                self._attempt(result, tearDownModule, "tearDownModule", name)
            self._attempt(result, case.doModuleCleanups, "tearDownModule", name)
        finally:
            _call_if_exists(result, "_restoreStdout")


class _ErrorHolder(object):
    """Stands for a test in the report of an error outside of tests."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return "<ErrorHolder description=%r>" % (self.description,)

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


def _isnotsuite(test):
    try:
        iter(test)
    except TypeError:
        return True
    return False


class _DebugResult(object):
    """What a suite needs of a result while it runs without one."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
