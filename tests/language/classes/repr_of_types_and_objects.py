class A:
    class B:
        pass

    def m(self):
        pass


print(
    A,
    A.B,
    int,
    type,
    type(None),
    type(...),
    type(NotImplemented),
    type(lambda: 0),
    type(A().m),
    type(len),
    type((i for i in [])),
)
print(None, ..., NotImplemented, range(3), range(1, 9, 2), slice(1, None, 2), len, print)
print(str(A())[:22], repr(A().m)[:14])
