"""Library reference: asyncio, coroutines and tasks."""
import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)
    return what


async def factorial(name, number):
    f = 1
    for i in range(2, number + 1):
        print(f'Task {name}: Compute factorial({number}), currently i={i}...')
        await asyncio.sleep(0.001)
        f *= i
    return f


async def cancel_me():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print('cancel_me(): cancel sleep')
        raise
    finally:
        print('cancel_me(): after sleep')


async def main():
    print(await asyncio.gather(factorial('A', 2), factorial('B', 3), factorial('C', 4)))
    async with asyncio.TaskGroup() as tg:
        t1 = tg.create_task(say_after(0.002, 'world'), name='named')
        t2 = tg.create_task(say_after(0.001, 'hello'))
    print(t1.result(), t2.result(), t1.get_name(), t1.done(), t1.cancelled())
    task = asyncio.create_task(cancel_me())
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print('main(): cancelled now', task.cancelled())
    try:
        async with asyncio.timeout(0.001) as cm:
            await asyncio.sleep(1)
    except TimeoutError as error:
        print(repr(error), cm.expired())
    try:
        await asyncio.wait_for(asyncio.sleep(1), timeout=0.001)
    except TimeoutError:
        print('timeout!')
    done, pending = await asyncio.wait([asyncio.create_task(say_after(0, 'first')), asyncio.create_task(asyncio.sleep(1))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    for p in pending:
        p.cancel()
    for coro in asyncio.as_completed([say_after(0.2, 'b'), say_after(0.02, 'a')]):
        print('earliest', await coro)
    async for t in asyncio.as_completed([asyncio.create_task(say_after(0.001, 'x'))]):
        print('async for', t.result())
    inner = asyncio.create_task(say_after(0.001, 'shielded'))
    outer = asyncio.shield(inner)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('outer cancelled', inner.cancelled())
    print(await inner)
    print(asyncio.current_task().get_name() != '', len(asyncio.all_tasks()), asyncio.iscoroutine(c := say_after(0, 'never')), asyncio.iscoroutinefunction(main))
    c.close()
    results = await asyncio.gather(asyncio.sleep(0, 'ok'), factorial('E', 'x'), return_exceptions=True)
    print(results)
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(lambda: 'thread'), await asyncio.run_coroutine_threadsafe(asyncio.sleep(0, 5), loop).__class__ is not None if False else '')
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(10))
            tg.create_task(factorial('F', None))
    except* TypeError as group:
        print(len(group.exceptions), group.exceptions[0])
    for bad in (lambda: asyncio.create_task(5), lambda: asyncio.gather(5), lambda: asyncio.run(main), lambda: asyncio.run(5), lambda: asyncio.shield(5), lambda: asyncio.ensure_future(5), lambda: asyncio.timeout('a') and None):
        try:
            print(bad())
        except Exception as error:
            print(type(error).__name__, str(error).split(' at 0x')[0])
    try:
        await 5
    except TypeError as error:
        print(error)
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)
    try:
        await asyncio.wait([asyncio.sleep(0)])
    except TypeError as error:
        print(error)
    eager = asyncio.Task(say_after(0, 'eager'), loop=loop, eager_start=True)
    print('made')
    await eager


asyncio.run(main())
for bad in (lambda: asyncio.get_running_loop(), lambda: asyncio.current_task()):
    try:
        bad()
    except RuntimeError as error:
        print(error)
with asyncio.Runner() as runner:
    print(runner.run(asyncio.sleep(0, 'runner')), runner.get_loop().is_running())
