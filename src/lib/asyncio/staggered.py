"""Racing attempts that start one after another."""

from _asyncio import get_running_loop

from . import locks, tasks

__all__ = ("staggered_race",)


async def staggered_race(coro_fns, delay, *, loop=None):
    """Start attempts one by one until the first succeeds, then cancel the others.

    The next attempt starts when the last one failed or after `delay` seconds (None: only when it
    failed). Gives the result and the index of the winner, or None for both, and the list of the
    exceptions of all attempts that were started.
    """
    loop = loop or get_running_loop()
    attempts = enumerate(coro_fns)
    winner_result = None
    winner_index = None
    exceptions = []
    running = []

    async def run_one_coro(previous_failed):
        nonlocal winner_result, winner_index
        if previous_failed is not None:
            try:
                await tasks.wait_for(previous_failed.wait(), delay)
            except TimeoutError:
                pass
        try:
            index, start = next(attempts)
        except StopIteration:
            return
        # The next attempt waits for this one to fail or for its time to come.
        failed = locks.Event()
        running.append(loop.create_task(run_one_coro(failed)))
        assert len(running) == index + 2
        exceptions.append(None)
        assert len(exceptions) == index + 1
        try:
            result = await start()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            exceptions[index] = error
            failed.set()
        else:
            assert winner_index is None
            winner_index = index
            winner_result = result
            for other, task in enumerate(running):
                if other != index:
                    task.cancel()

    running.append(loop.create_task(run_one_coro(None)))
    try:
        done_count = 0
        while done_count != len(running):
            done, _ = await tasks.wait(running)
            done_count = len(done)
            for task in done:
                if not task.cancelled() and task.exception():
                    raise task.exception()
        return winner_result, winner_index, exceptions
    finally:
        for task in running:
            task.cancel()
