"""Library reference: unittest, asynchronous cases, fixtures, loading."""
import asyncio
import io
import re
import unittest
log = []


def setUpModule():
    log.append('setUpModule')


def tearDownModule():
    log.append('tearDownModule')


class Async(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        log.append('setUp')

    async def asyncSetUp(self):
        log.append('asyncSetUp')
        self.q = asyncio.Queue()
        self.addAsyncCleanup(self.clean)

    async def clean(self):
        log.append('async cleanup')

    async def asyncTearDown(self):
        log.append('asyncTearDown')

    def tearDown(self):
        log.append('tearDown')

    async def test_queue(self):
        await self.q.put(1)
        self.assertEqual(await self.q.get(), 1)
        log.append('test')

    async def test_raises(self):
        with self.assertRaises(TimeoutError):
            async with asyncio.timeout(0.001):
                await asyncio.sleep(1)

    async def test_fails(self):
        await asyncio.sleep(0)
        self.assertEqual(1, 2)

    async def test_context(self):
        cm = await self.enterAsyncContext(asyncio.timeout(5))
        self.assertIsNotNone(cm)


class Order(unittest.TestCase):
    def test_cleanups(self):
        self.addCleanup(log.append, 'second')
        self.addCleanup(log.append, 'first')
        self.doCleanups()
        log.append('after')
        self.enterContext(io.StringIO())

    def test_class_cleanup(self):
        type(self).addClassCleanup(log.append, 'class cleanup')


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError('no class')

    def test_x(self):
        pass


loader = unittest.TestLoader()
suite = unittest.TestSuite()
for case in (Async, Order, Broken):
    suite.addTests(loader.loadTestsFromTestCase(case))
print(suite.countTestCases(), loader.getTestCaseNames(Async), [t.id().split('.', 1)[1] for t in next(iter([loader.loadTestsFromName('Order.test_cleanups', __import__('__main__'))]))] if False else '')
stream = io.StringIO()
result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
print(re.sub(r'in \d+\.\d+s', 'in TIME', stream.getvalue()))
print(log)
loader.testMethodPrefix = 'check'
print(loader.getTestCaseNames(Async), unittest.FunctionTestCase(lambda: None).runTest() if False else '', unittest.TestSuite([Order('test_cleanups')]).countTestCases(), Order('test_cleanups'), Order('test_cleanups').id(), Order('test_cleanups') == Order('test_cleanups'), unittest.TestResult())
try:
    Order('nope')
except ValueError as error:
    print(error)


def function_test():
    assert 1 == 1, 'fine'


f = unittest.FunctionTestCase(function_test, setUp=lambda: print('fixture'), description='described')
r = unittest.TestResult()
f.run(r)
print(r, f.shortDescription(), f.id())


class Custom(unittest.TestCase):
    longMessage = False

    def runTest(self):
        self.addTypeEqualityFunc(int, lambda a, b, msg=None: self.fail('ints differ!'))
        self.assertEqual(1, 2)


r = unittest.TestResult()
Custom().run(r)
print(r.failures[0][1].splitlines()[-1], r)


@unittest.skip('whole class')
class Skipped(unittest.TestCase):
    def test_a(self):
        pass


r = unittest.TestResult()
loader = unittest.TestLoader()
loader.loadTestsFromTestCase(Skipped).run(r)
print(r.skipped[0][1], r.testsRun)
import sys
sys.argv = ['prog', 'Order', '-v']
program = unittest.main(exit=False, argv=['prog', 'Order.test_cleanups'], testRunner=unittest.TextTestRunner(stream=io.StringIO()))
print(program.result.wasSuccessful(), program.result.testsRun)
