"""What came out of the tests."""

import sys
from functools import wraps

from unittest import util

__unittest = True


def failfast(method):
    """Decorator: with `failfast` set, stop the run after this."""

    @wraps(method)
    def inner(self, *args, **kw):
        if getattr(self, "failfast", False):
            self.stop()
        return method(self, *args, **kw)

    return inner


STDOUT_LINE = "\nStdout:\n%s"
STDERR_LINE = "\nStderr:\n%s"


def _ended(text):
    return text if text.endswith("\n") else text + "\n"


class TestResult(object):
    """Collects results; the add... methods are called while the tests run."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._stdout_buffer = None
        self._stderr_buffer = None
        self._original_stdout = sys.stdout
        self._original_stderr = sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        """Called at the end of the run."""

    def startTest(self, test):
        """Called before each test."""
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def _setupStdout(self):
        if not self.buffer:
            return
        if self._stderr_buffer is None:
            import io

            self._stderr_buffer = io.StringIO()
            self._stdout_buffer = io.StringIO()
        sys.stdout = self._stdout_buffer
        sys.stderr = self._stderr_buffer

    def startTestRun(self):
        """Called before the first test."""

    def stopTest(self, test):
        """Called after each test."""
        self._restoreStdout()
        self._mirrorOutput = False

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            output = sys.stdout.getvalue()
            error = sys.stderr.getvalue()
            if output:
                self._original_stdout.write(STDOUT_LINE % _ended(output))
            if error:
                self._original_stderr.write(STDERR_LINE % _ended(error))
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        for stream in (self._stdout_buffer, self._stderr_buffer):
            stream.seek(0)
            stream.truncate()

    def stopTestRun(self):
        """Called after the last test."""

    @failfast
    def addError(self, test, err):
        """An unexpected exception; `err` is what sys.exc_info() returns."""
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        """An assertion that didn't hold."""
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        """The end of a subtest; `err` is None if it succeeded."""
        if err is None:
            return
        if getattr(self, "failfast", False):
            self.stop()
        target = self.failures if issubclass(err[0], test.failureException) else self.errors
        target.append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        """A test that succeeded."""

    def addSkip(self, test, reason):
        """A test that was skipped."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """A test that failed as it should."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        """A test that should have failed and succeeded."""
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        """How long a test took, in seconds."""
        if hasattr(self, "collectedDurations"):
            self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        """True if nothing went wrong."""
        return not (
            self.failures or self.errors or getattr(self, "unexpectedSuccesses", None)
        )

    def stop(self):
        """End the run after the current test."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        import traceback

        exctype, value, tb = err
        tb = self._clean_tracebacks(exctype, value, tb, test)
        summary = traceback.TracebackException(
            exctype, value, tb, capture_locals=self.tb_locals, compact=True
        )
        lines = list(summary.format())
        if self.buffer:
            output = sys.stdout.getvalue()
            error = sys.stderr.getvalue()
            if output:
                lines.append(STDOUT_LINE % _ended(output))
            if error:
                lines.append(STDERR_LINE % _ended(error))
        return "".join(lines)

    def _clean_tracebacks(self, exctype, value, tb, test):
        """Take the frames of unittest itself out of the traceback and of those chained to it."""
        cleaned = None
        first = True
        pending = [(exctype, value, tb)]
        seen = {id(value)}
        while pending:
            exctype, value, tb = pending.pop()
            while tb and self._is_relevant_tb_level(tb):
                tb = tb.tb_next
            if exctype is test.failureException:
                self._remove_unittest_tb_frames(tb)
            if first:
                cleaned = tb
                first = False
            else:
                value.__traceback__ = tb
            if value is not None:
                for related in (value.__cause__, value.__context__):
                    if related is not None and id(related) not in seen:
                        pending.append((type(related), related, related.__traceback__))
                        seen.add(id(related))
        return cleaned

    def _is_relevant_tb_level(self, tb):
        return "__unittest" in tb.tb_frame.f_globals

    def _remove_unittest_tb_frames(self, tb):
        """Cut the traceback where the assert method begins."""
        previous = None
        while tb and not self._is_relevant_tb_level(tb):
            previous = tb
            tb = tb.tb_next
        if previous is not None:
            previous.tb_next = None

    def __repr__(self):
        return "<%s run=%i errors=%i failures=%i>" % (
            util.strclass(self.__class__), self.testsRun, len(self.errors), len(self.failures),
        )
