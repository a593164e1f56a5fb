"""A Runner keeps context variables from one run to the next."""

import asyncio
import contextvars

seen = contextvars.ContextVar("seen", default=0)


async def main():
    seen.set(seen.get() + 1)
    return seen.get(), asyncio.current_task().get_name()


with asyncio.Runner() as runner:
    print(runner.run(main()), runner.run(main()))
    print(runner.run(main(), context=contextvars.copy_context()))
    print(runner.run(main()), runner.get_loop().is_running())
print(seen.get())
try:
    runner.run(main())
except RuntimeError as error:
    print(error)
print(asyncio.run(main()), asyncio.run(main()))
