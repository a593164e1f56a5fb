class A:
    def m(self):
        pass

    def n(self, a, b):
        pass

    @classmethod
    def c(cls):
        pass

    @staticmethod
    def s():
        pass

    def no_self():
        pass


for call in (
    lambda: A().m(1),
    lambda: A().n(),
    lambda: A.m(),
    lambda: A.c(1),
    lambda: A.s(1),
    lambda: A(1),
    lambda: A().no_self(),
    lambda: A().n(1),
):
    try:
        call()
    except TypeError as e:
        print(e)
