"""The modules of the package can be reached after `import asyncio`."""

import asyncio

print(asyncio.locks.Lock is asyncio.Lock, asyncio.queues.Queue is asyncio.Queue)
print(asyncio.events.get_running_loop is asyncio.get_running_loop)
print(asyncio.tasks.Task is asyncio.Task, asyncio.futures.Future is asyncio.Future)
print(asyncio.exceptions.CancelledError is asyncio.CancelledError)
print(asyncio.timeouts.timeout is asyncio.timeout, asyncio.taskgroups.TaskGroup.__name__)
try:
    asyncio.no_such_thing
except AttributeError as error:
    print(error)
for name in ("Lock", "Queue", "Future", "Task", "TaskGroup", "CancelledError", "Runner"):
    thing = getattr(asyncio, name)
    print(thing.__module__, thing.__qualname__)
