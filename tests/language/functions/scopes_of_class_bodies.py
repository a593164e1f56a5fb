x = "global"


def f():
    x = "function"

    class A:
        y = x
        x = "class"
        z = x

        def m(self):
            return x

        items = [x for _ in range(1)]

    return A.y, A.x, A.z, A().m(), A.items


print(f())


class B:
    n = 3
    try:
        squares = [i * n for i in range(3)]
    except NameError as e:
        print(e)
