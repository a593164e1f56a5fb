"""Numbers that several modules of asyncio share."""

# How many stack entries debug mode keeps of the place where an object was created.
DEBUG_STACK_DEPTH = 10

# How many seconds `asyncio.run` waits at its end for the threads of the default executor.
THREAD_JOIN_TIMEOUT = 300
