"""The deprecated watchers of child processes can be made and attached."""

import asyncio
import warnings

warnings.simplefilter("ignore")
NAMES = (
    "SafeChildWatcher",
    "FastChildWatcher",
    "PidfdChildWatcher",
    "MultiLoopChildWatcher",
    "ThreadedChildWatcher",
)
loop = asyncio.new_event_loop()
for name in NAMES:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        watcher = getattr(asyncio, name)()
    print(name, [str(warning.message) for warning in caught])
    print(isinstance(watcher, asyncio.AbstractChildWatcher), watcher.is_active())
    print(watcher.remove_child_handler(5), watcher.attach_loop(loop), watcher.is_active())
    with watcher as entered:
        print(entered is watcher)
    print(watcher.attach_loop(None), watcher.close())
loop.close()

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(type(asyncio.get_child_watcher()).__name__)
    asyncio.set_child_watcher(asyncio.SafeChildWatcher())
    asyncio.set_child_watcher(None)

    class Own(asyncio.AbstractChildWatcher):
        pass

    print([str(warning.message) for warning in caught])
try:
    asyncio.set_child_watcher(4)
except AssertionError as error:
    print(repr(error))
try:
    Own().is_active()
except NotImplementedError as error:
    print(repr(error))

policy = asyncio.DefaultEventLoopPolicy()
asyncio.set_event_loop_policy(policy)
watcher = asyncio.SafeChildWatcher()
policy.set_child_watcher(watcher)


async def main():
    return watcher.is_active()


print(asyncio.run(main()), watcher.is_active())
