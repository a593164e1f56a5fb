class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], kw)
        ns["added"] = 1
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __call__(cls, *a):
        print("call", a)
        return super().__call__(*a)

    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name)
        return {}

    def __len__(cls):
        return 42


class A(metaclass=Meta, opt=1):
    pass


class B(A):
    pass


print(B().added, len(B), type(B).__name__, isinstance(B, Meta))
X = type("X", (A,), {"v": 3})
print(X.v, X.__name__, X.__mro__[1].__name__)
