class A:
    real = 1

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


a = A()
a.x = 1
print(a.real, a.x, a.dyn_thing, hasattr(a, "nope"), getattr(a, "nope", "default"))
del a.x


class B:
    def __getattribute__(self, name):
        if name == "secret":
            return "intercepted"
        return super().__getattribute__(name)

    z = 3


print(B().secret, B().z)
