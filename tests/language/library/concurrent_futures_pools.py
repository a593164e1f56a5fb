"""Library reference: concurrent.futures."""
import re
import threading
import time
from concurrent.futures import *
import concurrent.futures as cf


def square(x):
    if x == 3:
        raise ValueError(f'no {x}')
    return x * x


with ThreadPoolExecutor(max_workers=2, thread_name_prefix='pool') as ex:
    f = ex.submit(pow, 323, 2)
    print(f.result(), f.done(), f.running(), f.cancelled(), f.exception(), f.cancel(), str(f).split(' at ')[0])
    print(list(ex.map(square, [1, 2])), list(ex.map(pow, [2, 3], [3, 2])))
    bad = ex.submit(square, 3)
    print(repr(bad.exception()))
    try:
        bad.result()
    except ValueError as error:
        print(error)
    it = ex.map(square, [1, 3, 2])
    print(next(it))
    try:
        next(it)
    except ValueError as error:
        print('map', error)
    name = ex.submit(lambda: threading.current_thread().name).result()
    print(name.startswith('pool_'))
    fs = [ex.submit(square, n) for n in (1, 2, 4)]
    print(sorted(f.result() for f in as_completed(fs)))
    done, pending = wait(fs)
    print(len(done), len(pending), wait([bad], return_when=FIRST_EXCEPTION).done == {bad})
    calls = []
    f = ex.submit(square, 5)
    f.add_done_callback(lambda f: calls.append(f.result()))
    f.result()
    f.add_done_callback(lambda f: calls.append('late'))
    time.sleep(0.01)
    print(calls)
try:
    ex.submit(print)
except RuntimeError as error:
    print(error)
ex = ThreadPoolExecutor(1)
gate = threading.Event()
first = ex.submit(gate.wait)
second = ex.submit(print, 'never')
print(second.cancel(), second.cancelled(), second.done())
try:
    second.result()
except CancelledError as error:
    print(repr(error))
try:
    first.result(timeout=0.01)
except TimeoutError as error:
    print(repr(error), TimeoutError is cf.TimeoutError)
try:
    list(as_completed([first], timeout=0.01))
except TimeoutError as error:
    print(error)
gate.set()
ex.shutdown(wait=True, cancel_futures=True)
f = Future()
print(f.set_running_or_notify_cancel(), f.running(), f.cancel())
f.set_result(1)
for bad in (lambda: f.set_result(2), lambda: f.set_exception(ValueError()), lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(initializer=5), lambda: ThreadPoolExecutor(1).submit(), lambda: wait(5), lambda: list(as_completed(5)), lambda: ThreadPoolExecutor(1).map(square, [1], timeout=1) and 'map', lambda: wait([f], return_when='nope')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, re.sub(r'\d{9,}', 'N', str(error)).split(' at 0x')[0])
init = []
with ThreadPoolExecutor(1, initializer=init.append, initargs=('ready',)) as ex:
    print(ex.submit(len, 'abc').result(), init)
print(FIRST_COMPLETED, ALL_COMPLETED, issubclass(BrokenExecutor, RuntimeError), InvalidStateError.__mro__[1].__name__)
