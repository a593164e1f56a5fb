def f(n):
    return f(n + 1)


try:
    f(0)
except RecursionError as e:
    print(e)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(900 < depth(0) < 1000)
import sys

print(sys.getrecursionlimit())
