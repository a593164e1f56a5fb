import types


@types.coroutine
def pause():
    yield


async def f(n):
    await pause()


c = f(3)
print(c.__name__, c.__qualname__, c.cr_running, c.cr_suspended, c.cr_await)
print(c.cr_code.co_name, c.cr_frame.f_lineno, c.cr_origin)
c.send(None)
print(c.cr_running, c.cr_suspended, c.cr_await.__name__, c.cr_frame.f_lineno)
c.close()
print(c.cr_frame, c.cr_await)
