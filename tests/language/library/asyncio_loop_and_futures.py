"""Library reference: asyncio, event loop, futures, handles."""
import asyncio
import functools


async def main():
    loop = asyncio.get_running_loop()
    order = []
    loop.call_soon(order.append, 'soon')
    loop.call_later(0.002, order.append, 'later')
    handle = loop.call_later(0.001, order.append, 'cancelled')
    loop.call_at(loop.time() + 0.001, functools.partial(order.append, 'at'))
    handle.cancel()
    print(handle.cancelled(), handle.when() > 0, loop.is_running(), loop.is_closed(), loop.get_debug())
    await asyncio.sleep(0.01)
    print(order)
    f = loop.create_future()
    f.add_done_callback(lambda f: order.append(('done', f.result())))
    loop.call_soon(f.set_result, 42)
    print(f, f.done(), await f, f.result(), f.exception(), f.cancelled(), f)
    await asyncio.sleep(0)
    print(order[-1], f.remove_done_callback(print), f.get_loop() is loop, asyncio.isfuture(f), asyncio.wrap_future(f) is f)
    g = loop.create_future()
    for bad in (g.result, g.exception, lambda: f.set_result(1), lambda: f.set_exception(ValueError()), lambda: g.set_exception(5), lambda: loop.call_soon(5) and None, lambda: loop.call_later('a', print), lambda: loop.run_until_complete(g), lambda: loop.close(), lambda: asyncio.run(asyncio.sleep(0))):
        try:
            print(bad())
        except BaseException as error:
            print(type(error).__name__, error)
    print(g.cancel('why'), g.cancelled(), g.cancel())
    try:
        await g
    except asyncio.CancelledError as error:
        print(repr(error))
    h = loop.create_future()
    h.set_exception(ValueError('boom'))
    try:
        await h
    except ValueError as error:
        print(error, h.exception() is error)
    handled = []
    loop.set_exception_handler(lambda loop, context: handled.append((context['message'], repr(context.get('exception')))))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print(handled, loop.get_exception_handler() is not None)
    loop.set_exception_handler(None)
    result = await loop.run_in_executor(None, sum, [1, 2])
    print(result)
    loop.set_task_factory(lambda loop, coro, **kw: asyncio.Task(coro, loop=loop, name='custom', **{k: v for k, v in kw.items() if k != 'name'}))
    t = loop.create_task(asyncio.sleep(0, 'x'))
    print(t.get_name(), await t)
    loop.set_task_factory(None)
    loop.call_soon_threadsafe(order.append, 'threadsafe')
    await asyncio.sleep(0)
    print(order[-1])
    task = asyncio.current_task()
    print(task.get_coro().__name__, task.get_stack()[0].f_code.co_name, task.get_context() is not None)

    class Awaitable:
        def __await__(self):
            value = yield from asyncio.sleep(0, 'inner').__await__()
            return value

    print(await Awaitable(), await asyncio.ensure_future(Awaitable()))


asyncio.run(main())
loop = asyncio.new_event_loop()
loop.call_soon(print, 'callback')
loop.call_soon(loop.stop)
loop.run_forever()
print(loop.run_until_complete(asyncio.sleep(0, 'complete')), loop.is_closed())
loop.close()
print(loop.is_closed(), loop)
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
