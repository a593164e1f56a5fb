"""Finding tests in classes, modules and folders."""

import functools
import sys
import types

from unittest import case, suite, util

__unittest = True


def _matches(name, pattern):
    from fnmatch import fnmatchcase

    return fnmatchcase(name, pattern)


class _FailedTest(case.TestCase):
    """A test that raises the error met while tests were loaded."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError(
                f"{type(self).__name__!r} object has no attribute {name!r}"
            )

        def testFailure():
            raise self._exception

        return testFailure


def _format_exc():
    import traceback

    return traceback.format_exc()


def _make_failed_import_test(name, suiteClass):
    message = "Failed to import test module: %s\n%s" % (name, _format_exc())
    return _make_failed_test(name, ImportError(message), suiteClass, message)


def _make_failed_load_tests(name, exception, suiteClass):
    message = "Failed to call load_tests:\n%s" % (_format_exc(),)
    return _make_failed_test(name, exception, suiteClass, message)


def _make_failed_test(methodname, exception, suiteClass, message):
    return suiteClass((_FailedTest(methodname, exception),)), message


def _make_skipped_test(methodname, exception, suiteClass):
    @case.skip(str(exception))
    def testSkipped(self):
        pass

    cls = type("ModuleSkipped", (case.TestCase,), {methodname: testSkipped})
    return suiteClass((cls(methodname),))


def _is_test_class(obj):
    return (
        isinstance(obj, type)
        and issubclass(obj, case.TestCase)
        and obj not in (case.TestCase, case.FunctionTestCase)
    )


def _is_module_file(name):
    stem, dot, extension = name.rpartition(".")
    return bool(dot) and extension == "py" and stem.isidentifier()


class TestLoader(object):
    """Makes suites of what it finds."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        super().__init__()
        # Texts of the errors met; the tests that raise them are in the suites.
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        """Return a suite of the test methods of a class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError(
                "Test cases should not be derived from "
                "TestSuite. Maybe you meant to derive from "
                "TestCase?"
            )
        names = []
        if testCaseClass not in (case.TestCase, case.FunctionTestCase):
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """Return a suite of all test classes of a module; it may say otherwise in load_tests()."""
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if _is_test_class(obj):
                tests.append(self.loadTestsFromTestCase(obj))
        tests = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as error:
            error_case, message = _make_failed_load_tests(
                module.__name__, error, self.suiteClass
            )
            self.errors.append(message)
            return error_case

    def loadTestsFromName(self, name, module=None):
        """Return a suite of a module, class, method or function given by its dotted name."""
        parts = name.split(".")
        error_case = message = None
        if module is None:
            # As much of the name as possible is the module.
            importable = parts[:]
            while importable:
                try:
                    module = __import__(".".join(importable))
                    break
                except ImportError:
                    error_case, message = _make_failed_import_test(
                        importable.pop(), self.suiteClass
                    )
                    if not importable:
                        self.errors.append(message)
                        return error_case
            parts = parts[1:]
        parent, obj = None, module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as error:
                if getattr(obj, "__path__", None) is None or error_case is None:
                    # Not a module that couldn't be imported, but a missing name.
                    error_case, message = _make_failed_test(
                        part, error, self.suiteClass,
                        "Failed to access attribute:\n%s" % (_format_exc(),),
                    )
                self.errors.append(message)
                return error_case

        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if _is_test_class(obj):
            return self.loadTestsFromTestCase(obj)
        if (
            isinstance(obj, types.FunctionType)
            and isinstance(parent, type)
            and issubclass(parent, case.TestCase)
        ):
            instance = parent(parts[-1])
            # A static method is called below.
            if not isinstance(getattr(instance, parts[-1]), types.FunctionType):
                return self.suiteClass([instance])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if not callable(obj):
            raise TypeError("don't know how to make test from: %s" % obj)
        test = obj()
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError("calling %s returned %s, not a test" % (obj, test))

    def loadTestsFromNames(self, names, module=None):
        """Return a suite of what several dotted names stand for."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """Return the names of the test methods of a class, sorted."""

        def wanted(name):
            if not name.startswith(self.testMethodPrefix):
                return False
            if not callable(getattr(testCaseClass, name)):
                return False
            if self.testNamePatterns is None:
                return True
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            return any(_matches(full, pattern) for pattern in self.testNamePatterns)

        names = [name for name in dir(testCaseClass) if wanted(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    # --- discovery

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """Return a suite of all modules below a folder whose file names match."""
        import os

        original_top = self._top_level_dir
        implicit_top = False
        if top_level_dir is None:
            top_level_dir = original_top
            if top_level_dir is None:
                implicit_top = True
                top_level_dir = start_dir
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir

        importable = True
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            if start_dir != top_level_dir:
                importable = os.path.isfile(os.path.join(start_dir, "__init__.py"))
        else:
            # The name of a package.
            try:
                __import__(start_dir)
            except ImportError:
                importable = False
            else:
                module = sys.modules[start_dir]
                top_package = start_dir.split(".")[0]
                if getattr(module, "__file__", None) is None:
                    raise TypeError(f"don't know how to discover from {module!r}")
                start_dir = os.path.abspath(os.path.dirname(module.__file__))
                if implicit_top:
                    top_file = os.path.abspath(sys.modules[top_package].__file__)
                    top = os.path.dirname(top_file)
                    if os.path.basename(top_file).lower().startswith("__init__.py"):
                        top = os.path.dirname(top)
                    self._top_level_dir = top
                    sys.path.remove(top_level_dir)
        if not importable:
            raise ImportError("Start directory is not importable: %r" % start_dir)
        tests = list(self._find_tests(start_dir, pattern))
        self._top_level_dir = original_top
        return self.suiteClass(tests)

    def _get_name_from_path(self, path):
        import os

        if path == self._top_level_dir:
            return "."
        path = os.path.splitext(os.path.normpath(path))[0]
        relative = os.path.relpath(path, self._top_level_dir)
        assert not os.path.isabs(relative), "Path must be within the project"
        assert not relative.startswith(".."), "Path must be within the project"
        return relative.replace(os.path.sep, ".")

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _match_path(self, path, full_path, pattern):
        # Overridden by those who want another rule.
        return _matches(path, pattern)

    def _find_tests(self, start_dir, pattern):
        import os

        name = self._get_name_from_path(start_dir)
        if name != "." and name not in self._loading_packages:
            tests, recurse = self._find_test_path(start_dir, pattern)
            if tests is not None:
                yield tests
            if not recurse:
                # The package's load_tests() has taken care of it.
                return
        for path in sorted(os.listdir(start_dir)):
            full_path = os.path.join(start_dir, path)
            tests, recurse = self._find_test_path(full_path, pattern)
            if tests is not None:
                yield tests
            if recurse:
                name = self._get_name_from_path(full_path)
                self._loading_packages.add(name)
                try:
                    yield from self._find_tests(full_path, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, full_path, pattern):
        """Return the tests of a file or package and whether to look into it as a folder."""
        import os

        basename = os.path.basename(full_path)
        if os.path.isfile(full_path):
            if not _is_module_file(basename) or not self._match_path(
                basename, full_path, pattern
            ):
                return None, False
            module, failed = self._import_for_discovery(full_path)
            if module is None:
                return failed, False
            found = os.path.abspath(getattr(module, "__file__", full_path))
            found = os.path.splitext(os.path.realpath(found))[0]
            expected = os.path.splitext(os.path.realpath(full_path))[0]
            if found.lower() != expected.lower():
                raise ImportError(
                    "%r module incorrectly imported from %r. Expected %r. "
                    "Is this module globally installed?"
                    % (
                        os.path.splitext(basename)[0],
                        os.path.dirname(found),
                        os.path.dirname(full_path),
                    )
                )
            return self.loadTestsFromModule(module, pattern=pattern), False
        if not os.path.isdir(full_path) or not os.path.isfile(
            os.path.join(full_path, "__init__.py")
        ):
            return None, False
        package, failed = self._import_for_discovery(full_path)
        if package is None:
            return failed, False
        load_tests = getattr(package, "load_tests", None)
        name = self._get_name_from_path(full_path)
        self._loading_packages.add(name)
        try:
            tests = self.loadTestsFromModule(package, pattern=pattern)
            return tests, load_tests is None
        finally:
            self._loading_packages.discard(name)

    def _import_for_discovery(self, full_path):
        """Return the module of a path, or None and a test that tells why not."""
        name = self._get_name_from_path(full_path)
        try:
            return self._get_module_from_name(name), None
        except case.SkipTest as skipped:
            return None, _make_skipped_test(name, skipped, self.suiteClass)
        except BaseException:
            error_case, message = _make_failed_import_test(name, self.suiteClass)
            self.errors.append(message)
            return None, error_case


defaultTestLoader = TestLoader()
