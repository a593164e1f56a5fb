"""Library reference: unittest, cases, assertions, results."""
import io
import sys
import unittest


class Sample(unittest.TestCase):
    """Docs of the case."""

    @classmethod
    def setUpClass(cls):
        print('setUpClass')

    @classmethod
    def tearDownClass(cls):
        print('tearDownClass')

    def setUp(self):
        self.addCleanup(print, 'cleanup')
        print('setUp')

    def tearDown(self):
        print('tearDown')

    def test_a_passes(self):
        """First line of docs.

        More.
        """
        self.assertEqual('foo'.upper(), 'FOO')
        self.assertTrue(1)
        self.assertIn(1, [1])
        self.assertIsNone(None)
        self.assertRaises(ValueError, int, 'x')
        with self.assertRaisesRegex(ValueError, 'invalid'):
            int('y')
        with self.assertRaises(KeyError) as cm:
            {}['k']
        self.assertEqual(cm.exception.args, ('k',))
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertCountEqual([1, 2], [2, 1])
        self.assertRegex('abc', 'b')
        self.assertIsInstance(1, int)
        self.assertGreater(2, 1)
        with self.assertWarns(DeprecationWarning):
            import warnings
            warnings.warn('old', DeprecationWarning)
        with self.assertLogs('x', 'INFO') as logs:
            import logging
            logging.getLogger('x').info('hello')
        self.assertEqual(logs.output, ['INFO:x:hello'])
        with self.assertNoLogs('x'):
            pass

    def test_b_fails(self):
        self.assertEqual([1, 2, 3], [1, 2, 4], 'extra message')

    def test_c_errors(self):
        raise RuntimeError('boom')

    @unittest.skip('not today')
    def test_d_skipped(self):
        pass

    @unittest.skipIf(True, 'because')
    def test_e_skipped(self):
        pass

    @unittest.expectedFailure
    def test_f_expected(self):
        self.fail('expected')

    @unittest.expectedFailure
    def test_g_unexpected(self):
        pass

    def test_h_subtests(self):
        for i in range(3):
            with self.subTest(i=i, name='n'):
                self.assertEqual(i % 2, 0)

    def test_i_skips_itself(self):
        self.skipTest('at run time')


def run(case, verbosity=1, **kw):
    stream = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(case)
    result = unittest.TextTestRunner(stream=stream, verbosity=verbosity, **kw).run(suite)
    text = stream.getvalue()
    import re
    print(re.sub(r'in \d+\.\d+s', 'in TIME', text))
    print(result, result.wasSuccessful(), result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), len(result.unexpectedSuccesses))


run(Sample)
run(Sample, 2, failfast=True)
messages = unittest.TestCase()
for check in (lambda t: t.assertEqual(1, 2), lambda t: t.assertEqual('a\nb\n', 'a\nc\n'), lambda t: t.assertEqual({'a': 1}, {'a': 2}), lambda t: t.assertEqual((1,), (2,)), lambda t: t.assertEqual({1}, {2}), lambda t: t.assertTrue(0), lambda t: t.assertFalse(1), lambda t: t.assertIs(1, 2), lambda t: t.assertIsNot(None, None), lambda t: t.assertIsNone(5), lambda t: t.assertIn(1, []), lambda t: t.assertNotIn(1, [1]), lambda t: t.assertIsInstance(1, str), lambda t: t.assertAlmostEqual(1, 1.1), lambda t: t.assertAlmostEqual(1, 2, delta=0.5), lambda t: t.assertGreater(1, 2), lambda t: t.assertLessEqual(2, 1), lambda t: t.assertRegex('a', 'b'), lambda t: t.assertNotRegex('a', 'a'), lambda t: t.assertCountEqual([1, 1], [1, 2]), lambda t: t.assertRaises(ValueError, lambda: None), lambda t: t.assertRaisesRegex(ValueError, 'x', int, 'a'), lambda t: t.assertNotEqual(1, 1), lambda t: t.assertMultiLineEqual('a', 'b'), lambda t: t.assertListEqual([1], [1, 2]), lambda t: t.assertDictEqual({}, {'a': 1}), lambda t: t.fail('reason'), lambda t: t.assertEqual([1] * 50, [2] * 50), lambda t: t.assertSequenceEqual([1], (2,)), lambda t: t.assertEqual(1, 2, 'msg'), lambda t: t.assertTrue(False, 'msg'), lambda t: t.assertWarns(UserWarning, lambda: None), lambda t: t.assertEqual('x' * 100, 'y' * 100), lambda t: t.assertLogs('q').__enter__() and None):
    try:
        check(messages)
    except AssertionError as error:
        print(str(error)[:400])
        print('-')
