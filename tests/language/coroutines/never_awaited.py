async def work():
    pass


def f():
    work()
    print("after the call")


f()
c = work()
print("held")
c = None
print("dropped")
