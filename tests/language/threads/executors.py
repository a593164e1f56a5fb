"""Thread pools: submit, map, wait, as_completed, errors, cancelling, shutdown."""
import concurrent.futures
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait


def work(pause, result):
    time.sleep(pause)
    if isinstance(result, Exception):
        raise result
    return result


with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
    futures = [pool.submit(work, 0.03 * (3 - n), n) for n in range(3)]
    print([future.result() for future in as_completed(futures)])
    print(list(pool.map(pow, [2, 3, 4], [5, 2, 1])))
    failed = pool.submit(work, 0, ValueError("no"))
    print(repr(failed.exception()), failed.done(), failed.running())
    try:
        failed.result()
    except ValueError as error:
        print("raised", error)
    slow, quick = pool.submit(work, 0.1, "slow"), pool.submit(work, 0.01, "quick")
    done, pending = wait([slow, quick], return_when=concurrent.futures.FIRST_COMPLETED)
    print([f.result() for f in done], len(pending))
    done, pending = wait([slow, quick], timeout=0)
    print(len(done), len(pending))
    try:
        slow.result(timeout=0.01)
    except TimeoutError as error:
        print("timeout", repr(error))
    print(pool.submit(lambda: threading.current_thread().name.startswith("pool_")).result())
    slow.add_done_callback(lambda f: print("callback", f.result()))
print("pool is shut down")
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)

pool = ThreadPoolExecutor(1)
first = pool.submit(work, 0.05, 1)
second = pool.submit(work, 0, 2)
print(second.cancel(), second.cancelled(), first.cancel())
third = pool.submit(work, 0, 3)
pool.shutdown(cancel_futures=True)
print(first.result(), third.cancelled())
try:
    third.result()
except concurrent.futures.CancelledError as error:
    print(type(error).__name__)


def broken():
    raise RuntimeError("initializer")


import logging

logging.getLogger("concurrent.futures").disabled = True
with ThreadPoolExecutor(1, initializer=broken) as pool:
    try:
        pool.submit(print).result()
    except concurrent.futures.BrokenExecutor as error:
        print(type(error).__name__, error)
for arguments in ({"max_workers": 0}, {"initializer": 1}):
    try:
        ThreadPoolExecutor(**arguments)
    except (ValueError, TypeError) as error:
        print(error)
