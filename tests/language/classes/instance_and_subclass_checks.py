class A:
    pass


class B(A):
    pass


print(
    isinstance(B(), A),
    isinstance(5, (str, int)),
    isinstance(True, int),
    issubclass(B, A),
    issubclass(bool, int),
    type(B()) is A,
)
for call in (lambda: isinstance(1, 5), lambda: issubclass(5, A), lambda: issubclass(A, 5)):
    try:
        call()
    except TypeError as e:
        print(e)


class M(type):
    def __instancecheck__(cls, o):
        return o == "yes"


class W(metaclass=M):
    pass


print(isinstance("yes", W), isinstance(W(), W), isinstance("no", W))
