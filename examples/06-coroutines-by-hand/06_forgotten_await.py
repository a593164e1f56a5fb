"""Without `await` the body never runs; Python can only warn once the object is thrown away."""


async def save(name):
    print("saving", name)


async def main():
    save("report")
    print("saved, or so it seems")
    await save("letter")


try:
    main().send(None)
except StopIteration:
    print("done")
