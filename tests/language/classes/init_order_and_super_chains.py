class Root:
    def __init__(self, **kw):
        print("Root", kw)


class A(Root):
    def __init__(self, a=0, **kw):
        print("A", a)
        super().__init__(**kw)


class B(Root):
    def __init__(self, b=0, **kw):
        print("B", b)
        super().__init__(**kw)


class C(A, B):
    def __init__(self, **kw):
        print("C")
        super().__init__(**kw)


C(a=1, b=2)
