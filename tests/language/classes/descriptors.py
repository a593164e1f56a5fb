class D:
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, "unset")

    def __set__(self, obj, value):
        print("set", self.name, value)
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print("delete", self.name)


class NonData:
    def __get__(self, obj, owner):
        return "from descriptor"


class A:
    x = D()
    y = NonData()


a = A()
a.x = 5
print(a.x, a.y)
a.y = "instance wins"
print(a.y, type(A.x).__name__)
del a.x
