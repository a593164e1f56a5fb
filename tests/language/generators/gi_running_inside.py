def g():
    print(it.gi_running, it.gi_suspended, it.gi_frame is not None)
    yield


it = g()
next(it)
print(it.gi_running, it.gi_suspended)
