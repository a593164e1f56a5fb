"""Runs one of CPython's test files and says on standard output what becomes of each test.

    driver.py list MODULE             the names of the tests, one a line
    driver.py run MODULE FIRST FOLDER runs them from the test with the number FIRST on; modules
                                      that are found nowhere else are taken from FOLDER

Each line of interest starts with "@@": a test's program may print whatever it likes beside them.
"""

import sys
import threading
import unittest


def say(*words):
    text = " ".join(str(word).replace("\n", " ") for word in words)
    out.write(f"\n@@ {text}\n".encode("utf-8", "replace").decode("utf-8"))
    out.flush()


def tests_in(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from tests_in(item)
        else:
            yield item


class Result(unittest.TestResult):
    """Says at once what it is told."""

    def __init__(self):
        super().__init__()
        self.begun = set()
        self.skipped_fixtures = {}
        self.fixture_error = "not run"

    def startTest(self, test):
        super().startTest(test)
        self.begun.add(test.id())
        self.failure = None
        self.was_skipped = None
        say("start", test.id())

    def addError(self, test, error):
        self.failure = error
        if not isinstance(test, unittest.TestCase):
            self.fixture_error = f"{error[0].__name__}: {text_of(error[1])}"

    addFailure = addError

    def reason_for(self, test):
        """Why the fixture of the test's class or module skipped it."""
        kind = type(test)
        for name in (f"{kind.__module__}.{kind.__qualname__}", kind.__module__):
            for fixture, reason in self.skipped_fixtures.items():
                if fixture.endswith(f"({name})"):
                    return reason
        return None

    def addSubTest(self, test, subtest, error):
        if error is not None and self.failure is None:
            self.failure = error

    def addSkip(self, test, reason):
        self.was_skipped = reason
        if not isinstance(test, unittest.TestCase):
            self.skipped_fixtures[test.id()] = reason

    def addUnexpectedSuccess(self, test):
        self.failure = (AssertionError, "unexpected success", None)

    def stopTest(self, test):
        super().stopTest(test)
        if self.failure is not None:
            kind, value, trace = self.failure
            message = text_of(value)
            if message.startswith("Failed doctest"):
                # The first example that failed says more than the heading.
                message = message[message.find("Failed example"):][:600]
            say("fail", test.id(), "|", f"{kind.__name__}: {message[:700]}", "|", place(trace))
        elif self.was_skipped is not None:
            say("skip", test.id(), "|", self.was_skipped)
        else:
            say("pass", test.id())


def text_of(value):
    try:
        return str(value)
    except Exception as error:
        return f"<no text: {type(error).__name__}>"


def place(trace):
    """The last line of the test file that a traceback goes through."""
    found = ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if "/test/" in name and "/unittest/" not in name and "/support/" not in name:
            found = f"{name.rpartition('/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def grouped(tests):
    """Suites of neighbours of one class, so that fixtures of classes and modules run."""
    suite = unittest.TestSuite()
    for test in tests:
        suite.addTest(test)
    return suite


out = sys.stdout
command, module = sys.argv[1:3]
if command == "run":
    sys.path.append(sys.argv[4])
    # CPython's helpers count the threads that nobody joined; Ouro keeps no such list.
    threading._dangling = ()
from test import support

support.use_resources = []
suite = unittest.defaultTestLoader.loadTestsFromName("test." + module)
tests = list(tests_in(suite))
if command == "list":
    for test in tests:
        say("test", test.id())
else:
    first = int(sys.argv[3])
    result = Result()
    grouped(tests[first:]).run(result)
    # What fixtures of classes and modules skipped, or made impossible by failing.
    for test in tests[first:]:
        if test.id() not in result.begun:
            reason = result.reason_for(test)
            say("skip" if reason else "fail", test.id(), "|", reason or result.fixture_error)
    say("end")
