def producer(a, b=2):
    yield a
    yield b


it = producer(1)
print(it.__name__, it.__qualname__, it.gi_running, it.gi_suspended, it.gi_yieldfrom)
print(it.gi_code.co_name, it.gi_code is producer.__code__)
next(it)
print(it.gi_frame.f_lineno, it.gi_running, it.gi_suspended)
print(sorted(it.gi_frame.f_locals.items()))
list(it)
print(it.gi_frame, it.gi_suspended)
it.__name__ = "renamed"
print(it.__name__)
