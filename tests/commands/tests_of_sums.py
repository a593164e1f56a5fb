import asyncio
import unittest


class Sums(unittest.TestCase):
    def test_right(self):
        self.assertEqual(1 + 1, 2)

    def test_wrong(self):
        self.assertEqual(1 + 1, 3)

    @unittest.skip("not today")
    def test_skipped(self):
        raise AssertionError


class Waiting(unittest.IsolatedAsyncioTestCase):
    async def test_waiting(self):
        await asyncio.sleep(0)


if __name__ == "__main__":
    unittest.main()
