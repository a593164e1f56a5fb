"""Tests: cases, suites of cases, loaders that find them and runners that run them."""

__all__ = [
    "TestResult", "TestCase", "IsolatedAsyncioTestCase", "TestSuite",
    "TextTestRunner", "TestLoader", "FunctionTestCase", "main",
    "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless",
    "expectedFailure", "TextTestResult", "installHandler",
    "registerResult", "removeResult", "removeHandler",
    "addModuleCleanup", "doModuleCleanups", "enterModuleContext",
]

# Frames of modules with this name are left out of the tracebacks of failures.
__unittest = True

from unittest.case import (
    FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups,
    enterModuleContext, expectedFailure, skip, skipIf, skipUnless,
)
from unittest.loader import TestLoader, defaultTestLoader
from unittest.main import TestProgram, main
from unittest.result import TestResult
from unittest.runner import TextTestResult, TextTestRunner
from unittest.signals import installHandler, registerResult, removeHandler, removeResult
from unittest.suite import BaseTestSuite, TestSuite


def __dir__():
    return globals().keys() | {"IsolatedAsyncioTestCase"}


def __getattr__(name):
    if name == "IsolatedAsyncioTestCase":
        # asyncio is imported only for those who test with it.
        global IsolatedAsyncioTestCase
        from unittest.async_case import IsolatedAsyncioTestCase

        return IsolatedAsyncioTestCase
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
