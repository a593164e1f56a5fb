class M1(type):
    pass


class M2(type):
    pass


class A(metaclass=M1):
    pass


class B(metaclass=M2):
    pass


try:

    class C(A, B):
        pass

except TypeError as e:
    print(e)
for base in (5, bool, type(None)):
    try:

        class D(base):
            pass

    except TypeError as e:
        print(e)
