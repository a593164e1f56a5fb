"""A pool of threads."""

import atexit
import threading
import weakref
from itertools import count
from queue import Empty, SimpleQueue

from . import _base

__all__ = ("ThreadPoolExecutor", "BrokenThreadPool")

# The queue of each thread, so that the end of the program can wake them all up and wait.
_queues = weakref.WeakKeyDictionary()
_program_ends = False
_ending_lock = threading.Lock()


def _end_all_threads():
    global _program_ends
    with _ending_lock:
        _program_ends = True
    for thread, queue in list(_queues.items()):
        queue.put(None)
    for thread in list(_queues):
        thread.join()


# Threads are joined before other functions registered with atexit run, where that is possible.
getattr(threading, "_register_atexit", atexit.register)(_end_all_threads)


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a thread failed."""


class _Call:
    """A call to make, and the future of its outcome."""

    def __init__(self, future, function, args, kwargs):
        self.future = future
        self.function = function
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.function(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            # The traceback refers to this frame: break the circle.
            self = None
        else:
            self.future.set_result(result)


class ThreadPoolExecutor(_base.Executor):
    """Makes calls in at most `max_workers` threads, which start when they are needed."""

    _next_number = count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            # More than processors, as threads mostly wait for something.
            max_workers = min(32, _processor_count() + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        # Counts the threads that wait for work.
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = (
            thread_name_prefix or f"ThreadPoolExecutor-{self._next_number()}"
        )
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        """Let `fn(*args, **kwargs)` be called in a thread, and give its future."""
        with self._shutdown_lock, _ending_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _program_ends:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put(_Call(future, fn, args, kwargs))
            self._start_thread_if_needed()
            return future

    def _start_thread_if_needed(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        number = len(self._threads)
        if number >= self._max_workers:
            return

        def wake_up(_, queue=self._work_queue):
            queue.put(None)

        thread = threading.Thread(
            name=f"{self._thread_name_prefix}_{number}",
            target=_work,
            args=(
                # The threads do not keep an executor alive that the program has dropped.
                weakref.ref(self, wake_up),
                self._work_queue,
                self._initializer,
                self._initargs,
            ),
        )
        thread.start()
        self._threads.add(thread)
        _queues[thread] = self._work_queue

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for call in self._drain():
                call.future.set_exception(BrokenThreadPool(self._broken))

    def _drain(self):
        """Take the calls out that no thread has begun."""
        while True:
            try:
                call = self._work_queue.get_nowait()
            except Empty:
                return
            if call is not None:
                yield call

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; wait for those under way, or cancel those not begun."""
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for call in self._drain():
                    call.future.cancel()
            # One thread is woken up, sees the end, and wakes up the next.
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


def _work(executor_ref, queue, initializer, initargs):
    """What a thread of the pool does."""
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base._log().critical("Exception in initializer:", exc_info=True)
            executor = executor_ref()
            if executor is not None:
                executor._initializer_failed()
            return
    try:
        while True:
            try:
                call = queue.get_nowait()
            except Empty:
                executor = executor_ref()
                if executor is not None:
                    executor._idle_semaphore.release()
                # While it waits, the thread must not keep the executor alive.
                del executor
                call = queue.get()
            if call is not None:
                call.run()
                del call
                continue
            executor = executor_ref()
            if _program_ends or executor is None or executor._shutdown:
                if executor is not None:
                    executor._shutdown = True
                queue.put(None)
                return
            del executor
    except BaseException:
        _base._log().critical("Exception in worker", exc_info=True)


def _processor_count():
    try:
        from os import process_cpu_count
    except ImportError:
        # A host that does not say.
        return 1
    return process_cpu_count() or 1
