async def apply(f, x):
    return await f(x)


async def double(x):
    return x * 2


async def main():
    fs = {"d": double}
    print(await apply(double, 4), await fs["d"](5), (await double(6)) + 1, -await double(7))
    print(await double(await double(1)) if await double(1) else None)
    print([await double(i) for i in range(3)], {k: await double(k) for k in (1, 2)})
    print(f"{await double(3)}", await double(2) ** 2)


try:
    main().send(None)
except StopIteration:
    pass
