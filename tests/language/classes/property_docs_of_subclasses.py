"""Where the documentation of a property lives when its class is derived from property."""


class Documented(property):
    """The class's own text."""


class Slotted(property):
    __slots__ = ()


class Account:
    def balance(self):
        """The balance."""
        return 1

    plain = property(balance)
    derived = Documented(balance)
    explicit = Documented(balance, doc="explicit")
    bare = Documented(lambda self: 2)

    @derived.setter
    def changed(self, value):
        """Not this one."""

    @explicit.getter
    def other(self):
        """Nor this one."""


for name in ("plain", "derived", "explicit", "bare", "changed", "other"):
    made = vars(Account)[name]
    print(name, type(made).__name__, repr(made.__doc__))
try:
    Slotted(Account.balance)
except AttributeError as error:
    print(error)
print(Slotted(lambda self: 1).__doc__)
try:
    property().__set_name__(1)
except TypeError as error:
    print(error)
