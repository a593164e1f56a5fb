import inspect


async def g(x):
    yield x


a = g(1)
print(a.__name__, a.__qualname__, a.ag_running, a.ag_await, a.ag_code.co_name, a.ag_frame.f_lineno)
print(inspect.isasyncgen(a), inspect.isasyncgenfunction(g), inspect.iscoroutinefunction(g))
print(inspect.getasyncgenstate(a))
try:
    a.asend(None).send(None)
except StopIteration:
    pass
print(inspect.getasyncgenstate(a), a.ag_suspended if hasattr(a, "ag_suspended") else None)
print(type(a).__name__, type(a.asend(None)).__name__, type(a.athrow(ValueError)).__name__)
try:
    a.aclose().send(None)
except StopIteration:
    pass
print(inspect.getasyncgenstate(a), a.ag_frame)
