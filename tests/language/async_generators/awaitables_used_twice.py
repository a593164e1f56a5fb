import asyncio, contextlib
async def gen():
    yield 1
    yield 2
    return
async def main():
    it = gen()
    nxt = it.__anext__()
    await nxt
    try:
        await nxt
    except RuntimeError as e: print(e)
    await it.aclose()
    p = gen()
    obj = anext(p, "completed")
    try:
        with contextlib.closing(obj.__await__()) as g:
            g.send(None)
    except StopIteration as e: print("SI", e.value)
    p = gen()
    obj = anext(p, "completed")
    try: obj.throw(SyntaxError)
    except SyntaxError as e: print("SE")
    try: obj.send(None)
    except BaseException as e: print(type(e), e)
    p = gen()
    obj = p.asend(None)
    obj.close()
    try: obj.send(None)
    except BaseException as e: print(type(e), e)
asyncio.run(main())
class A:
    def __init__(self): self.y=0
    def __aiter__(self): return self
    async def __anext__(self):
        if self.y>=2: raise StopAsyncIteration
        self.y+=1
        return self.y
async def m2():
    obj = anext(A(), "completed")
    try: obj.throw(SyntaxError)
    except SyntaxError as e: print("SE")
    p=A()
    obj = anext(p, "completed")
    try:
        with contextlib.closing(obj.__await__()) as g:
            g.send(None)
    except StopIteration as e: print("SI", e.value)
asyncio.run(m2())
