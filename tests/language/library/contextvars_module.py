"""Library reference: contextvars."""
import asyncio
from contextvars import *

var = ContextVar('var', default=42)
bare = ContextVar('bare')
print(var.name, var.get(), var.get('given'), bare.get('fallback'))
try:
    bare.get()
except LookupError as error:
    print(type(error).__name__, error is not None)
token = var.set('new')
print(token.var is var, token.old_value, var.get(), Token.MISSING)
second = var.set('newer')
print(second.old_value)
var.reset(second)
print(var.get())
var.reset(token)
print(var.get())
for bad in (lambda: var.reset(token), lambda: bare.reset(var.set(1)), lambda: var.reset(5), lambda: ContextVar(5), lambda: var.set()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])
ctx = copy_context()


def change():
    var.set('inside')
    bare.set('only here')
    return var.get()


print(ctx.run(change), var.get(), ctx[var], ctx[bare], bare in ctx, len(ctx) >= 2, ctx.get(bare), bare.get('unset'), sorted(v.name for v in ctx), list(ctx.keys())[0].name in ('var', 'bare'), ctx.copy()[var])
for bad in (lambda: ctx.run(lambda: ctx.run(print)), lambda: copy_context()[bare], lambda: ctx['var'], lambda: ctx.run(), lambda: ctx.run(5), lambda: hash(ctx) and None, lambda: Context(5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0].split('<')[0])
empty = Context()
print(len(empty), empty.run(var.get), list(empty.items()), empty == Context(), ctx == ctx.copy())
request = ContextVar('request')


async def handler(n):
    request.set(n)
    await asyncio.sleep(0)
    await inner()
    return request.get()


async def inner():
    request.set(request.get() * 10)


async def main():
    request.set('main')
    print(await asyncio.gather(*(handler(n) for n in (1, 2, 3))), request.get())
    task = asyncio.create_task(handler(7), context=(c := copy_context()))
    print(await task, c[request], request.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print('callback', request.get()))
    request.set('changed later')
    c2 = copy_context()
    loop.call_soon(lambda: print('in own', request.get()), context=c)
    await asyncio.sleep(0)
    print(await asyncio.to_thread(request.get), c2.run(request.get))


asyncio.run(main())


def gen():
    var.set('from generator')
    yield var.get()


print(next(gen()), var.get())
