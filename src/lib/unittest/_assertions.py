"""The assert methods of test cases."""

from unittest.util import (
    _common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr,
)

__unittest = True

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


def _pretty_diff(first, second):
    """The lines of two pretty-printed objects, compared."""
    import difflib
    import pprint

    return "\n" + "\n".join(
        difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines())
    )


class Assertions:
    """Mixed into TestCase, which has failureException, longMessage and maxDiff."""

    def fail(self, msg=None):
        """Fail."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        return "%s : %s" % (standardMsg, msg)

    def assertFalse(self, expr, msg=None):
        if expr:
            msg = self._formatMessage(msg, "%s is not false" % safe_repr(expr))
            raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        if not expr:
            msg = self._formatMessage(msg, "%s is not true" % safe_repr(expr))
            raise self.failureException(msg)

    # --- equality

    def addTypeEqualityFunc(self, typeobj, function):
        """Use a function for assertEqual() of two objects of exactly this type."""
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if isinstance(function, str):
                function = getattr(self, function)
            if function is not None:
                return function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            standardMsg = "%s != %s" % _common_shorten_repr(first, second)
            raise self.failureException(self._formatMessage(msg, standardMsg))

    def assertEqual(self, first, second, msg=None):
        assertion_func = self._getAssertEqualityFunc(first, second)
        assertion_func(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            standardMsg = "%s == %s" % (safe_repr(first), safe_repr(second))
            raise self.failureException(self._formatMessage(msg, standardMsg))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        shown = safe_repr(first), safe_repr(second)
        if delta is not None:
            if diff <= delta:
                return
            standardMsg = "%s != %s within %s delta (%s difference)" % (
                *shown, safe_repr(delta), safe_repr(diff),
            )
        else:
            places = 7 if places is None else places
            if round(diff, places) == 0:
                return
            standardMsg = "%s != %s within %r places (%s difference)" % (
                *shown, places, safe_repr(diff),
            )
        raise self.failureException(self._formatMessage(msg, standardMsg))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        shown = safe_repr(first), safe_repr(second)
        if delta is not None:
            if not first == second and diff > delta:
                return
            standardMsg = "%s == %s within %s delta (%s difference)" % (
                *shown, safe_repr(delta), safe_repr(diff),
            )
        else:
            places = 7 if places is None else places
            if not first == second and round(diff, places) != 0:
                return
            standardMsg = "%s == %s within %r places" % (*shown, places)
        raise self.failureException(self._formatMessage(msg, standardMsg))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = "sequence"
        if seq_type is not None:
            kind = seq_type.__name__
            for ordinal, sequence in (("First", seq1), ("Second", seq2)):
                if not isinstance(sequence, seq_type):
                    raise self.failureException(
                        "%s sequence is not a %s: %s" % (ordinal, kind, safe_repr(sequence))
                    )
        report = None
        lengths = []
        for ordinal, sequence in (("First", seq1), ("Second", seq2)):
            try:
                lengths.append(len(sequence))
            except (TypeError, NotImplementedError):
                report = "%s %s has no length.    Non-sequence?" % (ordinal, kind)
                break
        if report is None:
            if seq1 == seq2:
                return
            report = "%ss differ: %s != %s\n" % (
                kind.capitalize(), *_common_shorten_repr(seq1, seq2),
            )
            same_items, found = self._first_difference(seq1, seq2, lengths, kind)
            if (
                same_items
                and lengths[0] == lengths[1]
                and seq_type is None
                and type(seq1) != type(seq2)
            ):
                # Equal item by item, only of different types.
                return
            report += found + self._additional_elements(seq1, seq2, lengths, kind)
        message = self._truncateMessage(report, _pretty_diff(seq1, seq2))
        self.fail(self._formatMessage(msg, message))

    def _first_difference(self, seq1, seq2, lengths, kind):
        for index in range(min(lengths)):
            items = []
            for ordinal, sequence in (("first", seq1), ("second", seq2)):
                try:
                    items.append(sequence[index])
                except (TypeError, IndexError, NotImplementedError):
                    return False, "\nUnable to index element %d of %s %s\n" % (
                        index, ordinal, kind,
                    )
            if items[0] != items[1]:
                return False, "\nFirst differing element %d:\n%s\n%s\n" % (
                    index, *_common_shorten_repr(*items),
                )
        return True, ""

    def _additional_elements(self, seq1, seq2, lengths, kind):
        if lengths[0] == lengths[1]:
            return ""
        if lengths[0] > lengths[1]:
            ordinal, sequence, start = "First", seq1, lengths[1]
        else:
            ordinal, sequence, start = "Second", seq2, lengths[0]
        text = "\n%s %s contains %d additional elements.\n" % (
            ordinal, kind, abs(lengths[0] - lengths[1]),
        )
        try:
            return text + "First extra element %d:\n%s\n" % (start, safe_repr(sequence[start]))
        except (TypeError, IndexError, NotImplementedError):
            return text + "Unable to index element %d of %s %s\n" % (
                start, ordinal.lower(), kind,
            )

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        differences = []
        for ordinal, one, other in (("first", set1, set2), ("second", set2, set1)):
            try:
                differences.append(one.difference(other))
            except TypeError as error:
                self.fail("invalid type when attempting set difference: %s" % error)
            except AttributeError as error:
                self.fail("%s argument does not support set difference: %s" % (ordinal, error))
        if not any(differences):
            return
        lines = []
        for items, (here, there) in zip(
            differences, (("first", "second"), ("second", "first"))
        ):
            if items:
                lines.append("Items in the %s set but not the %s:" % (here, there))
                lines.extend(map(repr, items))
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            standardMsg = "%s != %s" % _common_shorten_repr(d1, d2)
            standardMsg = self._truncateMessage(standardMsg, _pretty_diff(d1, d2))
            self.fail(self._formatMessage(msg, standardMsg))

    def assertCountEqual(self, first, second, msg=None):
        """The same elements the same number of times, in any order."""
        from collections import Counter

        first_seq, second_seq = list(first), list(second)
        try:
            same = Counter(first_seq) == Counter(second_seq)
        except TypeError:
            differences = _count_diff_all_purpose(first_seq, second_seq)
        else:
            if same:
                return
            differences = _count_diff_hashable(first_seq, second_seq)
        if differences:
            lines = ["First has %d, Second has %d:  %r" % each for each in differences]
            message = self._truncateMessage(
                "Element counts were not equal:\n", "\n".join(lines)
            )
            self.fail(self._formatMessage(msg, message))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            # Comparing line by line would take too long.
            self._baseAssertEqual(first, second, msg)
        import difflib

        ended_first, ended_second = first, second
        if first and second:
            if first[-1] != "\n" or second[-1] != "\n":
                ended_first += "\n"
                ended_second += "\n"
        elif second and second[-1] != "\n":
            ended_second += "\n"
        elif first and first[-1] != "\n":
            ended_first += "\n"
        standardMsg = "%s != %s" % _common_shorten_repr(first, second)
        diff = "\n" + "".join(
            difflib.ndiff(
                ended_first.splitlines(keepends=True), ended_second.splitlines(keepends=True)
            )
        )
        self.fail(self._formatMessage(msg, self._truncateMessage(standardMsg, diff)))

    # --- containment, identity, order, types

    def assertIn(self, member, container, msg=None):
        if member not in container:
            standardMsg = "%s not found in %s" % (safe_repr(member), safe_repr(container))
            self.fail(self._formatMessage(msg, standardMsg))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            standardMsg = "%s unexpectedly found in %s" % (
                safe_repr(member), safe_repr(container),
            )
            self.fail(self._formatMessage(msg, standardMsg))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            standardMsg = "%s is not %s" % (safe_repr(expr1), safe_repr(expr2))
            self.fail(self._formatMessage(msg, standardMsg))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            standardMsg = "unexpectedly identical: %s" % (safe_repr(expr1),)
            self.fail(self._formatMessage(msg, standardMsg))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            standardMsg = "%s not less than %s" % (safe_repr(a), safe_repr(b))
            self.fail(self._formatMessage(msg, standardMsg))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            standardMsg = "%s not less than or equal to %s" % (safe_repr(a), safe_repr(b))
            self.fail(self._formatMessage(msg, standardMsg))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            standardMsg = "%s not greater than %s" % (safe_repr(a), safe_repr(b))
            self.fail(self._formatMessage(msg, standardMsg))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            standardMsg = "%s not greater than or equal to %s" % (safe_repr(a), safe_repr(b))
            self.fail(self._formatMessage(msg, standardMsg))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            standardMsg = "%s is not None" % (safe_repr(obj),)
            self.fail(self._formatMessage(msg, standardMsg))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self.fail(self._formatMessage(msg, "unexpectedly None"))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            standardMsg = "%s is not an instance of %r" % (safe_repr(obj), cls)
            self.fail(self._formatMessage(msg, standardMsg))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            standardMsg = "%s is an instance of %r" % (safe_repr(obj), cls)
            self.fail(self._formatMessage(msg, standardMsg))

    # --- exceptions, warnings, logs

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Call a function that must raise; without one, a context manager."""
        from unittest.case import _AssertRaisesContext

        context = _AssertRaisesContext(expected_exception, self)
        try:
            return context.handle("assertRaises", args, kwargs)
        finally:
            # No cycle through the exception's traceback.
            context = None

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        from unittest.case import _AssertRaisesContext

        context = _AssertRaisesContext(expected_exception, self, expected_regex)
        return context.handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """Call a function that must warn; without one, a context manager."""
        from unittest.case import _AssertWarnsContext

        return _AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        from unittest.case import _AssertWarnsContext

        context = _AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle("assertWarnsRegex", args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        from unittest.case import _AssertNotWarnsContext

        context = _AssertNotWarnsContext(expected_warning, self)
        return context.handle("_assertNotWarns", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """A context manager that fails if nothing is logged."""
        from unittest._log import _AssertLogsContext

        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """A context manager that fails if something is logged."""
        from unittest._log import _AssertLogsContext

        return _AssertLogsContext(self, logger, level, no_logs=True)

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            import re

            assert expected_regex, "expected_regex must not be empty."
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            standardMsg = "Regex didn't match: %r not found in %r" % (
                expected_regex.pattern, text,
            )
            raise self.failureException(self._formatMessage(msg, standardMsg))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            import re

            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            standardMsg = "Regex matched: %r matches %r in %r" % (
                text[match.start():match.end()], unexpected_regex.pattern, text,
            )
            raise self.failureException(self._formatMessage(msg, standardMsg))
