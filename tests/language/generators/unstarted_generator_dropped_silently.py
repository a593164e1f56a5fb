def g():
    try:
        yield
    finally:
        print("never")


g()
x = g()
x = None
print("nothing printed above")
