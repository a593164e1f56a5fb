"""Examples in docstrings, run and compared with what they say."""

import difflib
import importlib
import inspect
import io
import linecache
import os
import re
import sys
import traceback
import unittest
from collections import namedtuple

__all__ = [
    "register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE",
    "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP", "IGNORE_EXCEPTION_DETAIL", "COMPARISON_FLAGS",
    "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF", "REPORT_ONLY_FIRST_FAILURE",
    "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest", "DocTestParser", "DocTestFinder",
    "DocTestRunner", "OutputChecker", "testmod", "testfile", "run_docstring_examples",
    "DocTestSuite", "DocFileSuite", "DocFileCase",
]

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """Make a new flag."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = (
    DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
    | IGNORE_EXCEPTION_DETAIL
)
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = (
    REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST
)

BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."

_Counts = namedtuple("TestResults", "failed attempted")


class TestResults(_Counts):
    """How many examples failed, of how many."""

    def __new__(cls, failed, attempted, *, skipped=0):
        results = super().__new__(cls, failed, attempted)
        results.skipped = skipped
        return results

    def __repr__(self):
        skipped = f", skipped={self.skipped}" if self.skipped else ""
        return f"TestResults(failed={self.failed}, attempted={self.attempted}{skipped})"


class Example:
    """A piece of code and what it is to print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want + "\n" if want and not want.endswith("\n") else want
        if exc_msg is not None and not exc_msg.endswith("\n"):
            exc_msg += "\n"
        self.exc_msg = exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options


class DocTest:
    """The examples of one docstring, and the names they see."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno
        self.docstring = docstring

    def __repr__(self):
        count = len(self.examples)
        examples = "no examples" if not count else "1 example" if count == 1 else f"{count} examples"
        return f"<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({examples})>"

    def __lt__(self, other):
        def key(test):
            return (test.name, test.filename, -1 if test.lineno is None else test.lineno)

        return key(self) < key(other) if isinstance(other, DocTest) else NotImplemented


class DocTestParser:
    """Finds the examples in a text."""

    _EXAMPLE = re.compile(
        r"""
        # The code: a line with a prompt and those that go on from it.
        (?P<source>(?:^(?P<indent>[ ]*)>>>.*)(?:\n[ ]*\.\.\..*)*)
        \n?
        # What it prints: up to an empty line or the next prompt.
        (?P<want>(?:(?![ ]*$)(?![ ]*>>>).+$\n?)*)
        """,
        re.MULTILINE | re.VERBOSE,
    )
    _EXCEPTION = re.compile(
        r"""
        ^Traceback\ \((?:most\ recent\ call\ last|innermost\ last)\):\s*$
        (?P<stack>.*?)
        ^(?P<msg>\w+.*)
        """,
        re.VERBOSE | re.MULTILINE | re.DOTALL,
    )
    _OPTION = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)

    def parse(self, string, name="<string>"):
        """Return the texts and examples one after the other."""
        string = string.expandtabs()
        margin = min(
            (len(line) - len(line.lstrip(" ")) for line in string.split("\n") if line.strip(" ")),
            default=0,
        )
        if margin:
            string = "\n".join(line[margin:] for line in string.split("\n"))
        result = []
        place = line = 0
        for found in self._EXAMPLE.finditer(string):
            result.append(string[place : found.start()])
            line += string.count("\n", place, found.start())
            source, options, want, message = self._read(found, name, line)
            if any(text.strip() and not text.strip().startswith("#") for text in source.split("\n")):
                result.append(
                    Example(source, want, message, line, margin + len(found["indent"]), options)
                )
            line += string.count("\n", found.start(), found.end())
            place = found.end()
        result.append(string[place:])
        return result

    def get_examples(self, string, name="<string>"):
        """Return the examples of a text."""
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        """Return a DocTest of a text."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def _read(self, found, name, line):
        indent = len(found["indent"])
        lines = found["source"].split("\n")
        for number, text in enumerate(lines):
            if len(text) >= indent + 4 and text[indent + 3] != " ":
                prompt = text[indent : indent + 3]
                raise ValueError(
                    f"line {line + number + 1} of the docstring for {name} lacks blank after "
                    f"{prompt}: {text!r}"
                )
        for number, text in enumerate(lines[1:], 1):
            if not text.startswith(" " * indent + "."):
                raise ValueError(
                    f"line {line + number + 1} of the docstring for {name} has inconsistent "
                    f"leading whitespace: {text!r}"
                )
        source = "\n".join(text[indent + 4 :] for text in lines)
        wants = found["want"].split("\n")
        if len(wants) > 1 and not wants[-1].strip():
            del wants[-1]
        for number, text in enumerate(wants):
            if text and not text.startswith(" " * indent):
                raise ValueError(
                    f"line {line + len(lines) + number + 1} of the docstring for {name} has "
                    f"inconsistent leading whitespace: {text!r}"
                )
        want = "\n".join(text[indent:] for text in wants)
        exception = self._EXCEPTION.match(want)
        return source, self._options(source, name, line), want, exception and exception["msg"]

    def _options(self, source, name, line):
        options = {}
        for found in self._OPTION.finditer(source):
            for option in found[1].replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(
                        f"line {line + 1} of the doctest for {name} has an invalid option: {option!r}"
                    )
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        if options and not re.sub(r"#.*", "", source).strip():
            raise ValueError(
                f"line {line + 1} of the doctest for {name} has an option directive on a line "
                f"with no example: {source!r}"
            )
        return options


class DocTestFinder:
    """Finds the docstrings of a module or class that hold examples."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser = parser
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """Return a list of DocTests."""
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError(
                    "DocTestFinder.find: name must be given when obj.__name__ doesn't exist: "
                    f"{type(obj)!r}"
                )
        if module is None:
            module = inspect.getmodule(obj)
        lines = None
        if module is not None:
            file = getattr(module, "__file__", None)
            lines = linecache.getlines(file) if file else None
        if globs is None:
            globs = {} if not module else module.__dict__.copy()
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, lines, globs, set())
        tests.sort()
        return tests

    def _is_from(self, module, obj):
        if module is None:
            return True
        if inspect.isfunction(obj):
            return module.__dict__ is obj.__globals__
        if isinstance(obj, type):
            return module.__name__ == obj.__module__
        if isinstance(obj, property):
            return True
        return getattr(obj, "__module__", module.__name__) == module.__name__

    def _find(self, tests, obj, name, module, lines, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for key, value in obj.__dict__.items():
                if (inspect.isroutine(inspect.unwrap(value)) or isinstance(value, type)) and (
                    self._is_from(module, inspect.unwrap(value))
                ):
                    self._find(tests, value, f"{name}.{key}", module, lines, globs, seen)
            for key, value in getattr(obj, "__test__", {}).items():
                self._find(tests, value, f"{name}.__test__.{key}", module, lines, globs, seen)
        elif isinstance(obj, type):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (
                    inspect.isroutine(value) or isinstance(value, (type, property))
                ) and self._is_from(module, value):
                    self._find(tests, value, f"{name}.{key}", module, lines, globs, seen)

    def _test(self, obj, name, module, globs, lines):
        docstring = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        docstring = "" if docstring is None else str(docstring)
        if self._exclude_empty and not docstring:
            return None
        file = getattr(module, "__file__", None) or (module.__name__ if module else None)
        test = self._parser.get_doctest(
            docstring, globs, name, file, self._line(obj, docstring, lines)
        )
        return None if self._exclude_empty and not test.examples else test

    def _line(self, obj, docstring, lines):
        """The line of a docstring, from 0; none where it cannot be found."""
        line = None
        if inspect.ismodule(obj) and docstring:
            line = 0
        if isinstance(obj, type) and lines:
            pattern = re.compile(rf"^\s*class\s*{re.escape(obj.__name__)}\b")
            for number, text in enumerate(lines):
                if pattern.match(text):
                    line = number
                    break
        if isinstance(obj, property):
            obj = obj.fget
        if inspect.isfunction(inspect.unwrap(obj)) and docstring:
            line = inspect.unwrap(obj).__code__.co_firstlineno - 1
        elif inspect.ismethod(obj):
            line = obj.__func__.__code__.co_firstlineno - 1
        if line is not None:
            if lines is None:
                return line + 1
            pattern = re.compile(r"(^|.*:)\s*\w*(\"|')")
            for number in range(line, len(lines)):
                if pattern.match(lines[number]):
                    return number
        return None


class OutputChecker:
    """Compares what was printed with what was wanted."""

    def check_output(self, want, got, optionflags):
        """True if they agree."""
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1:
            if (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
                return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf"(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = " ".join(got.split()), " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS and _matches_dots(want, got))

    def output_difference(self, example, got, optionflags):
        """Describe how they differ."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub("(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        if optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF) and (
            optionflags & REPORT_NDIFF or want.count("\n") > 2 and got.count("\n") > 2
        ):
            wanted, printed = want.splitlines(True), got.splitlines(True)
            if optionflags & REPORT_UDIFF:
                lines = list(difflib.unified_diff(wanted, printed, n=2))[2:]
                kind = "unified diff with -expected +actual"
            elif optionflags & REPORT_CDIFF:
                lines = list(difflib.context_diff(wanted, printed, n=2))[2:]
                kind = "context diff with expected followed by actual"
            else:
                lines = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(wanted, printed))
                kind = "ndiff with -expected +actual"
            return f"Differences ({kind}):\n" + _indented("".join(lines))
        if want and got:
            return f"Expected:\n{_indented(want)}Got:\n{_indented(got)}"
        if want:
            return f"Expected:\n{_indented(want)}Got nothing\n"
        if got:
            return f"Expected nothing\nGot:\n{_indented(got)}"
        return "Expected nothing\nGot nothing\n"


def _indented(text, indent=4):
    return re.sub("(?m)^(?!$)", indent * " ", text)


def _matches_dots(want, got):
    """Whether a text is another one in which `...` stands for anything."""
    pattern = ".*".join(map(re.escape, want.split(ELLIPSIS_MARKER)))
    return re.fullmatch(pattern, got, re.DOTALL) is not None


class _Output(io.StringIO):
    def getvalue(self):
        result = super().getvalue()
        return result + "\n" if result and not result.endswith("\n") else result

    def reset(self):
        self.seek(0)
        self.truncate()


class DocTestRunner:
    """Runs examples and reports."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}
        self.test = None
        self._fakeout = _Output()

    def report_start(self, out, test, example):
        """An example is about to be run."""
        if self._verbose:
            want = f"Expecting:\n{_indented(example.want)}" if example.want else "Expecting nothing\n"
            out(f"Trying:\n{_indented(example.source)}{want}")

    def report_success(self, out, test, example, got):
        """An example printed what it was to print."""
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        """An example printed something else."""
        out(
            self._failure_header(test, example)
            + self._checker.output_difference(example, got, self.optionflags)
        )

    def report_unexpected_exception(self, out, test, example, exc_info):
        """An example raised an exception."""
        text = "".join(traceback.format_exception(*exc_info))
        out(self._failure_header(test, example) + "Exception raised:\n" + _indented(text))

    def _failure_header(self, test, example):
        out = [self.DIVIDER]
        if test.filename:
            line = "?"
            if test.lineno is not None and example.lineno is not None:
                line = test.lineno + example.lineno + 1
            out.append(f'File "{test.filename}", line {line}, in {test.name}')
        else:
            out.append(f"Line {example.lineno + 1}, in {test.name}")
        out.append("Failed example:")
        out.append(_indented(example.source))
        return "\n".join(out)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Run the examples of one docstring."""
        self.test = test
        real = sys.stdout
        if out is None:
            def out(text):
                real.write(text)

        displayhook = sys.displayhook
        sys.stdout = self._fakeout
        sys.displayhook = sys.__displayhook__
        getlines = linecache.getlines

        def patched(filename, module_globals=None):
            found = re.match(r"<doctest (?P<name>.+)\[(?P<number>\d+)\]>$", filename)
            if found and found["name"] == test.name:
                return test.examples[int(found["number"])].source.splitlines(keepends=True)
            return getlines(filename, module_globals)

        linecache.getlines = patched
        try:
            return self._run(test, out)
        finally:
            sys.stdout = real
            sys.displayhook = displayhook
            linecache.getlines = getlines
            if clear_globs:
                test.globs.clear()

    def _run(self, test, out):
        failures = tries = skips = 0
        original = self.optionflags
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = original
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            tries += 1
            if self.optionflags & SKIP:
                skips += 1
                continue
            if not quiet:
                self.report_start(out, test, example)
            exc_info = None
            try:
                code = compile(example.source, f"<doctest {test.name}[{number}]>", "single")
                exec(code, test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException:
                exc_info = sys.exc_info()
            got = self._fakeout.getvalue()
            self._fakeout.reset()
            if exc_info is None:
                passed = self._checker.check_output(example.want, got, self.optionflags)
            else:
                message = self._message(exc_info)
                got += "".join(traceback.format_exception(*exc_info)) if not quiet else ""
                if example.exc_msg is None:
                    if not quiet:
                        self.report_unexpected_exception(out, test, example, self._own(exc_info))
                    failures += 1
                    if self.optionflags & FAIL_FAST:
                        break
                    continue
                passed = self._checker.check_output(example.exc_msg, message, self.optionflags)
                if not passed and self.optionflags & IGNORE_EXCEPTION_DETAIL:
                    passed = _kind(example.exc_msg) == _kind(message)
            if passed:
                if not quiet:
                    self.report_success(out, test, example, got)
            else:
                if not quiet:
                    self.report_failure(out, test, example, got)
                failures += 1
            if failures and self.optionflags & FAIL_FAST:
                break
        self.optionflags = original
        self.failures += failures
        self.tries += tries
        self.skips += skips
        before = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = tuple(
            a + b for a, b in zip(before, (failures, tries, skips))
        )
        return TestResults(failures, tries, skipped=skips)

    def _message(self, exc_info):
        return traceback.format_exception_only(*exc_info[:2])[-1]

    def _own(self, exc_info):
        """The exception as it is, with the frames of the runner as CPython shows them."""
        return exc_info

    def summarize(self, verbose=None):
        """Print how many examples failed; returns the numbers."""
        if verbose is None:
            verbose = self._verbose
        empty, passed, failed = [], [], []
        failures = tries = skips = 0
        for name, (bad, tried, skipped) in self._stats.items():
            failures, tries, skips = failures + bad, tries + tried, skips + skipped
            if not tried:
                empty.append(name)
            elif not bad:
                passed.append((name, tried))
            else:
                failed.append((name, (bad, tried)))
        if verbose:
            if empty:
                print(f"{_items(len(empty))} had no tests:")
                for name in sorted(empty):
                    print(f"    {name}")
            if passed:
                print(f"{_items(len(passed))} passed all tests:")
                for name, count in sorted(passed):
                    print(f" {count:3d} {'test' if count == 1 else 'tests'} in {name}")
        if failed:
            print(self.DIVIDER)
            print(f"{_items(len(failed))} had failures:")
            for name, (bad, tried) in sorted(failed):
                print(f" {bad:3d} of {tried:3d} in {name}")
        if verbose:
            count = len(self._stats)
            print(f"{tries} test{'s' if tries != 1 else ''} in {count} item{'s' if count != 1 else ''}.")
            text = f"{tries - failures} passed"
            if failures:
                text += f" and {failures} failed"
            print(f"{text}.")
        if failures:
            text = f"***Test Failed*** {failures} failure{'s' if failures != 1 else ''}"
            if skips:
                text += f" and {skips} skipped test{'s' if skips != 1 else ''}"
            print(f"{text}.")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tries, skipped=skips)


def _items(count):
    return f"{count} item{'s' if count != 1 else ''}"


def _kind(message):
    """The name of the exception in a message, without its module."""
    return re.split(r"[:\n]", message, maxsplit=1)[0].rsplit(".", 1)[-1]


master = None


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0,
            extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Run the examples of a module, by default of `__main__`."""
    global master
    if m is None:
        m = sys.modules.get("__main__")
    if not inspect.ismodule(m):
        raise TypeError(f"testmod: module required; {m!r}")
    name = m.__name__ if name is None else name
    finder = DocTestFinder(exclude_empty=exclude_empty)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(m, name, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None,
             report=True, optionflags=0, extraglobs=None, raise_on_error=False,
             parser=DocTestParser(), encoding=None):
    """Run the examples of a text file."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    path = filename
    if module_relative:
        caller = sys._getframe(1).f_globals.get("__file__")
        path = os.path.join(os.path.dirname(caller) if caller else "", filename)
    with open(path, encoding=encoding or "utf-8") as file:
        text = file.read()
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault("__name__", "__main__")
    name = os.path.basename(filename) if name is None else name
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    runner.run(parser.get_doctest(text, globs, name, path, 0))
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None,
                           optionflags=0):
    """Run the examples of one object."""
    finder = DocTestFinder(verbose=verbose, recurse=False)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


class DocTestCase(unittest.TestCase):
    """The examples of one docstring as a case of unittest."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test = test
        self._dt_optionflags = optionflags
        self._dt_setUp, self._dt_tearDown, self._dt_checker = setUp, tearDown, checker

    def setUp(self):
        self._dt_globs = self._dt_test.globs.copy()
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        texts = []
        runner = DocTestRunner(
            optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False
        )
        runner.run(self._dt_test, out=texts.append, clear_globs=False)
        if runner.failures:
            test = self._dt_test
            line = "unknown line number" if test.lineno is None else test.lineno
            last = ".".join(test.name.split(".")[-1:])
            raise self.failureException(
                f'Failed doctest test for {test.name}\n  File "{test.filename}", line {line}, in '
                f"{last}\n\n{''.join(texts)}"
            )

    def id(self):
        return self._dt_test.name

    def __repr__(self):
        name = self._dt_test.name.split(".")
        return f"{name[-1]} ({'.'.join(name[:-1])})"

    __str__ = object.__str__

    def shortDescription(self):
        return f"Doctest: {self._dt_test.name}"


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """Make the examples of a module a suite of unittest."""
    if module is None:
        module = sys.modules[sys._getframe(1).f_globals["__name__"]]
    elif isinstance(module, str):
        module = importlib.import_module(module)
    finder = test_finder or DocTestFinder()
    suite = unittest.TestSuite()
    for test in finder.find(module, globs=globs, extraglobs=extraglobs):
        if test.examples:
            suite.addTest(DocTestCase(test, **options))
    return suite


class DocFileCase(DocTestCase):
    """The examples of a file as a test of unittest."""

    def id(self):
        return "_".join(self._dt_test.name.split("."))

    def __repr__(self):
        return self._dt_test.filename


def DocFileSuite(*paths, module_relative=True, package=None, globs=None, parser=DocTestParser(),
                 encoding=None, **options):
    """Make the examples of files a suite of unittest."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    if module_relative:
        if package is None:
            package = sys.modules[sys._getframe(1).f_globals["__name__"]]
        elif isinstance(package, str):
            package = importlib.import_module(package)
    suite = unittest.TestSuite()
    for path in paths:
        filename = path
        if module_relative:
            folder = os.path.dirname(getattr(package, "__file__", ""))
            filename = os.path.join(folder, *path.split("/"))
        with open(filename, encoding=encoding or "utf-8") as file:
            text = file.read()
        names = dict(globs) if globs else {}
        names.setdefault("__file__", filename)
        test = parser.get_doctest(text, names, os.path.basename(path), filename, 0)
        suite.addTest(DocFileCase(test, **options))
    return suite


def _main():
    import argparse

    parser = argparse.ArgumentParser(description="doctest runner")
    parser.add_argument("-v", "--verbose", action="store_true", default=False,
                        help="print very verbose output for all tests")
    parser.add_argument("-o", "--option", action="append", choices=list(OPTIONFLAGS_BY_NAME),
                        default=[], help="specify a doctest option flag to apply to the test run")
    parser.add_argument("-f", "--fail-fast", action="store_true",
                        help="stop running tests after first failure")
    parser.add_argument("file", nargs="+", help="file containing the tests to run")
    arguments = parser.parse_args()
    options = FAIL_FAST if arguments.fail_fast else 0
    for option in arguments.option:
        options |= OPTIONFLAGS_BY_NAME[option]
    for filename in arguments.file:
        if filename.endswith(".py"):
            folder, name = os.path.split(filename)
            sys.path.insert(0, folder)
            module = __import__(name[:-3])
            del sys.path[0]
            failures, _ = testmod(module, verbose=arguments.verbose, optionflags=options)
        else:
            failures, _ = testfile(
                filename, module_relative=False, verbose=arguments.verbose, optionflags=options
            )
        if failures:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main())
