class A:
    def __init__(self):
        self.__x = 1

    def get(self):
        return self.__x

    def __private(self):
        return "p"

    def call(self):
        return self.__private()


a = A()
print(a.get(), a.call(), a.__dict__, a._A__x)
try:
    a.__x
except AttributeError as e:
    print(e)
