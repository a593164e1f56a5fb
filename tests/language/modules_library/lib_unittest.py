"""A test run, with its report on stdout."""
import io
import unittest


class Arithmetic(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class set up")

    def setUp(self):
        self.addCleanup(print, "cleanup", self._testMethodName)

    def test_add(self):
        self.assertEqual(1 + 1, 2)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        with self.assertRaises(ZeroDivisionError) as context:
            1 / 0
        self.assertIn("division", str(context.exception))

    def test_fail(self):
        self.assertTrue(0, "zero is false")

    def test_error(self):
        raise KeyError("boom")

    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

    @unittest.skip("not now")
    def test_skipped(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.assertIs(1, 2)


class Async(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.value = 5

    async def test_await(self):
        self.assertEqual(self.value, 5)


loader = unittest.TestLoader()
suite = unittest.TestSuite([loader.loadTestsFromTestCase(Arithmetic), loader.loadTestsFromTestCase(Async)])
stream = io.StringIO()
result = unittest.TextTestRunner(stream=stream, verbosity=2).run(suite)
text = stream.getvalue()
print("\n".join(line.split(" in ")[0] if line.startswith("Ran") else line for line in text.split("\n")))
print(result, result.wasSuccessful(), len(result.skipped))
