class Remote:
    def __getattr__(self, name):
        async def call(*args):
            return f"{name}{args}"

        return call

    async def __call__(self, x):
        return x + 1

    @property
    async def value(self):
        return "property"

    @staticmethod
    async def static():
        return "static"

    @classmethod
    async def cls(cls):
        return cls.__name__


async def main():
    r = Remote()
    print(await r.fetch(1), await r(1), await r.value, await Remote.static(), await r.cls())


try:
    main().send(None)
except StopIteration:
    pass
