def g():
    print("start")
    try:
        yield
    finally:
        print("finally")


it = g()
print(it.close(), it.gi_frame)
print(list(it))
