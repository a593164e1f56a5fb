f(1, *rest, k=2, **options)
o.method(1, key=2)
super().no
"%s is %r" % (name, value)
f"{name!r:>{width}} and {total=}"


@decorate
@register(1)
def g(x, /, y=1, *, z: int = 2): ...


class Child(Parent):
    def method(self):
        return super().method(1)
