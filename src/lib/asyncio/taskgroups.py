"""Groups of tasks that end together."""

from _asyncio import current_task, get_running_loop

from .exceptions import CancelledError

__all__ = ("TaskGroup",)


class TaskGroup:
    """Waits at the end of its block for every task that was made in it.

        async with asyncio.TaskGroup() as group:
            group.create_task(first())
            group.create_task(second())

    When a task fails, the block and the other tasks are cancelled, and the errors leave the
    block together as an ExceptionGroup.
    """

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        # Whether the group itself cancelled the task that runs the block.
        self._parent_cancel_requested = False
        # A dict, as a set has no order: the tasks are cancelled in the order of their making.
        self._tasks = {}
        self._errors = []
        # The first KeyboardInterrupt or SystemExit: it leaves the block alone.
        self._base_error = None
        self._on_completed_fut = None

    def __repr__(self):
        parts = ["<TaskGroup"]
        if self._tasks:
            parts.append(f"tasks={len(self._tasks)}")
        if self._errors:
            parts.append(f"errors={len(self._errors)}")
        if self._aborting:
            parts.append("cancelling")
        elif self._entered:
            parts.append("entered")
        return " ".join(parts) + ">"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        if self._loop is None:
            self._loop = get_running_loop()
        self._parent_task = current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        return self

    async def __aexit__(self, exc_type, exc, traceback):
        self._exiting = True
        if exc is not None and self._base_error is None and _is_base_error(exc):
            self._base_error = exc
        cancellation = None
        if exc_type is not None:
            if issubclass(exc_type, CancelledError):
                cancellation = exc
            if not self._aborting:
                # The block failed, or its task is being cancelled.
                self._abort()

        # The waiting itself can be cancelled, several times even.
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = self._loop.create_future()
            try:
                await self._on_completed_fut
            except CancelledError as error:
                if not self._aborting:
                    cancellation = error
                    self._abort()
            self._on_completed_fut = None

        assert not self._tasks
        if self._base_error is not None:
            raise self._base_error
        if self._parent_cancel_requested:
            # The group takes its own cancellation back. What is left came from outside.
            if self._parent_task.uncancel() == 0:
                cancellation = None
        if cancellation is not None and not self._errors:
            raise cancellation
        if exc_type is not None and not issubclass(exc_type, CancelledError):
            self._errors.append(exc)
        if not self._errors:
            return
        if self._parent_task.cancelling():
            # The errors hide a cancellation from outside: let it strike at the next await.
            self._parent_task.uncancel()
            self._parent_task.cancel()
        try:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
        finally:
            # The tracebacks refer to this group: do not keep them alive in a circle.
            self._errors = None

    def create_task(self, coro, *, name=None, context=None):
        """Let a coroutine run as a task of this group, and give the task."""
        if not self._entered:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._exiting and not self._tasks:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        if self._aborting:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        if context is None:
            task = self._loop.create_task(coro, name=name)
        else:
            task = self._loop.create_task(coro, name=name, context=context)
        if task.done():
            # An eager task that never had to wait.
            self._on_task_done(task)
        else:
            self._tasks[task] = None
            task.add_done_callback(self._on_task_done)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        self._tasks.pop(task, None)
        waiter = self._on_completed_fut
        if waiter is not None and not self._tasks and not waiter.done():
            waiter.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return

        self._errors.append(error)
        if self._base_error is None and _is_base_error(error):
            self._base_error = error
        if self._parent_task.done():
            self._loop.call_exception_handler(
                {
                    "message": f"Task {task!r} has errored out but its parent "
                    f"task {self._parent_task} is already completed",
                    "exception": error,
                    "task": task,
                }
            )
            return
        if not self._aborting and not self._parent_cancel_requested:
            # The first failure: stop the other tasks, and the block wherever it is.
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()


def _is_base_error(exception):
    return isinstance(exception, (SystemExit, KeyboardInterrupt))
