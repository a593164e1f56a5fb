"""The event loop: what stands around the native core that keeps time and calls callbacks."""

import sys

from _asyncio import EventLoopCore, _get_running_loop

from . import coroutines, events, futures, tasks, timeouts

__all__ = ("BaseEventLoop", "Server")


class BaseEventLoop(EventLoopCore, events.AbstractEventLoop):
    """An event loop on the native core, which owns the ready queue and the timers."""

    _default_executor = None
    _executor_shutdown_called = False
    _exception_handler = None
    _current_handle = None
    # The asynchronous generators in use; made when the first one starts.
    _asyncgens = None
    _asyncgens_shutdown_called = False
    _hooks_before_run = None
    # How deep creation stacks of coroutines were before debug mode asked for them.
    _origin_depth_before_run = None

    def __init__(self):
        super().__init__()
        self.set_debug(coroutines._is_debug_mode())

    def __repr__(self):
        return (
            f"<{type(self).__name__} running={self.is_running()} "
            f"closed={self.is_closed()} debug={self.get_debug()}>"
        )

    def __del__(self):
        if not self.is_closed():
            import warnings

            warnings.warn(f"unclosed event loop {self!r}", ResourceWarning, source=self)
            if not self.is_running():
                self.close()

    # Running.

    def run_until_complete(self, future):
        """Run until `future` is done, and give its result or raise its exception.

        A coroutine is wrapped in a task first.
        """
        self._check_closed()
        self._check_running()
        is_new_task = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if is_new_task:
            # When the run ends before the task does, the error below says so.
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if is_new_task and future.done() and not future.cancelled():
                # This exception leaves here; nobody else can ask the task for it.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def _run_forever_setup(self):
        """Called by the core before the first round."""
        self._check_closed()
        self._check_running()
        self._track_coroutine_origins(self.get_debug())
        self._hooks_before_run = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(
            firstiter=self._asyncgen_firstiter_hook,
            finalizer=self._asyncgen_finalizer_hook,
        )
        self._set_running(True)

    def _run_forever_cleanup(self):
        """Called by the core after the last round."""
        self._stopping = False
        self._set_running(False)
        self._track_coroutine_origins(False)
        if self._hooks_before_run is not None:
            sys.set_asyncgen_hooks(*self._hooks_before_run)
            self._hooks_before_run = None

    def _process_events(self, event_list):
        """Called with what `self._selector` has found, if a subclass has one."""
        raise NotImplementedError

    def _write_to_self(self):
        """Called to end a wait of `self._selector`, if a subclass has one."""
        raise NotImplementedError

    def close(self):
        """Close the loop for good; callbacks that wait are dropped."""
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self.is_closed():
            return
        if self.get_debug():
            _log().debug("Close %r", self)
        super().close()
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    # Debug mode.

    def set_debug(self, enabled):
        """Turn debug mode on or off."""
        super().set_debug(enabled)
        if self.is_running():
            self.call_soon_threadsafe(self._track_coroutine_origins, enabled)

    def _track_coroutine_origins(self, enabled):
        """Let coroutines remember where they were created, or stop that."""
        before = self._origin_depth_before_run
        if enabled and before is None:
            from .constants import DEBUG_STACK_DEPTH

            self._origin_depth_before_run = sys.get_coroutine_origin_tracking_depth()
            sys.set_coroutine_origin_tracking_depth(DEBUG_STACK_DEPTH)
        elif not enabled and before is not None:
            self._origin_depth_before_run = None
            sys.set_coroutine_origin_tracking_depth(before)

    def _report_slow_callback(self, description, duration):
        """Called by the core in debug mode after a callback that took too long."""
        _log().warning("Executing %s took %.3f seconds", description, duration)

    # Asynchronous generators.

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings

            warnings.warn(
                f"asynchronous generator {agen!r} was scheduled after "
                "loop.shutdown_asyncgens() call",
                ResourceWarning,
                source=self,
            )
        if self._asyncgens is None:
            from weakref import WeakSet

            self._asyncgens = WeakSet()
        self._asyncgens.add(agen)

    def _asyncgen_finalizer_hook(self, agen):
        self._asyncgens.discard(agen)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Close every asynchronous generator that is still suspended."""
        self._asyncgens_shutdown_called = True
        if not self._asyncgens:
            return
        closing = list(self._asyncgens)
        self._asyncgens.clear()
        results = await tasks.gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for agen, result in zip(closing, results):
            if isinstance(result, Exception):
                self.call_exception_handler(
                    {
                        "message": "an error occurred during closing of "
                        f"asynchronous generator {agen!r}",
                        "exception": result,
                        "asyncgen": agen,
                    }
                )

    # Threads.

    def run_in_executor(self, executor, func, *args):
        """Call `func` in a thread of `executor`; None stands for the default one."""
        self._check_closed()
        if self.get_debug():
            _check_callback(func, "run_in_executor")
        if executor is None:
            if self._executor_shutdown_called:
                raise RuntimeError("Executor shutdown has been called")
            executor = self._default_executor
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor

                executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
                self._default_executor = executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        """Use `executor` for run_in_executor(None, ...)."""
        from concurrent.futures import ThreadPoolExecutor

        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        """Wait, at most `timeout` seconds, for the threads of the default executor to end."""
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        from threading import Thread

        future = self.create_future()
        thread = Thread(target=self._join_default_executor, args=(future,))
        thread.start()
        try:
            async with timeouts.timeout(timeout):
                await future
        except TimeoutError:
            import warnings

            warnings.warn(
                f"The executor did not finishing joining its threads within {timeout} seconds.",
                RuntimeWarning,
                stacklevel=2,
            )
            self._default_executor.shutdown(wait=False)
        else:
            thread.join()

    def _join_default_executor(self, future):
        """Run in a thread of its own, as waiting for threads would stop the loop."""
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
        except Exception as error:
            if not self.is_closed() and not future.cancelled():
                self.call_soon_threadsafe(future.set_exception, error)

    # Errors that nobody caught.

    def get_exception_handler(self):
        """The handler of errors that nobody caught, None for the default one."""
        return self._exception_handler

    def set_exception_handler(self, handler):
        """Give errors that nobody caught to `handler(loop, context)`."""
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def call_exception_handler(self, context):
        """Report an error; `context` is a dict with a message and the objects concerned."""
        if self._exception_handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                _log().error("Exception in default exception handler", exc_info=True)
            return
        try:
            self._call_custom_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            try:
                self.default_exception_handler(
                    {
                        "message": "Unhandled error in exception handler",
                        "exception": error,
                        "context": context,
                    }
                )
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                _log().error(
                    "Exception in default exception handler while handling "
                    "an unexpected error in custom exception handler",
                    exc_info=True,
                )

    def _call_custom_handler(self, context):
        """Call the program's handler with the context variables of what failed."""
        origin = None
        for key in ("task", "future", "handle"):
            origin = context.get(key)
            if origin is not None:
                break
        variables = origin.get_context() if hasattr(origin, "get_context") else None
        if hasattr(variables, "run"):
            variables.run(self._exception_handler, self, context)
        else:
            self._exception_handler(self, context)

    def default_exception_handler(self, context):
        """Log the message, the objects concerned and the traceback."""
        exception = context.get("exception")
        exc_info = False
        if exception is not None:
            exc_info = (type(exception), exception, exception.__traceback__)

        handle = self._current_handle
        if "source_traceback" not in context and handle is not None and handle._source_traceback:
            context["handle_traceback"] = handle._source_traceback

        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key == "source_traceback":
                text = _format_creation("Object", context[key])
            elif key == "handle_traceback":
                text = _format_creation("Handle", context[key])
            elif key not in ("message", "exception"):
                text = repr(context[key])
            else:
                continue
            lines.append(f"{key}: {text}")
        _log().error("\n".join(lines), exc_info=exc_info)


class Server(events.AbstractServer):
    """A server that listens at sockets."""

    def __init__(self, *args, **options):
        raise NotImplementedError(
            "asyncio.Server needs the operating system's I/O, which Ouro does not support yet"
        )


def _run_until_complete_cb(future):
    if not future.cancelled():
        if isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
            # Such an exception leaves run_forever() by itself.
            return
    futures._get_loop(future).stop()


def _check_callback(callback, method):
    if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
        raise TypeError(f"coroutines cannot be used with {method}()")
    if not callable(callback):
        raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")


def _format_creation(kind, stack):
    from traceback import format_list

    return f"{kind} created at (most recent call last):\n" + "".join(format_list(stack)).rstrip()


def _log():
    """The logger: this module's attribute, if a program has put one there."""
    return globals().get("logger") or __getattr__("logger")


def __getattr__(name):
    # Logging is loaded when there is something to log.
    if name == "logger":
        from .log import logger

        return logger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
