"""Tutorial 5.1: more on lists."""
from collections import deque

fruits = ['orange', 'apple', 'pear', 'banana', 'kiwi', 'apple', 'banana']
print(fruits.count('apple'), fruits.count('tangerine'), fruits.index('banana'), fruits.index('banana', 4))
fruits.reverse()
print(fruits)
fruits.append('grape')
fruits.sort()
print(fruits, fruits.pop())
for call in (lambda: fruits.index('plum'), lambda: fruits.remove('plum'), lambda: [].pop(), lambda: fruits.pop(99),
             lambda: fruits.insert(), lambda: fruits.insert('a', 1), lambda: [1, 'a'].sort(), lambda: [None, 1].sort()):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
stack = [3, 4, 5]
stack.append(6)
print(stack.pop(), stack)
queue = deque(["Eric", "John", "Michael"])
queue.append("Terry")
print(queue.popleft(), queue)
squares = list(map(lambda x: x ** 2, range(10)))
print(squares, [x ** 2 for x in range(10)])
print([(x, y) for x in [1, 2, 3] for y in [3, 1, 4] if x != y])
vec = [-4, -2, 0, 2, 4]
print([x * 2 for x in vec], [x for x in vec if x >= 0], [abs(x) for x in vec])
print([weapon.strip() for weapon in ['  banana', '  loganberry ', 'passion fruit  ']])
matrix = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]
print([[row[i] for row in matrix] for i in range(4)], list(zip(*matrix)))
a = [-1, 1, 66.25, 333, 333, 1234.5]
del a[0]
print(a)
del a[2:4]
print(a)
del a[:]
print(a)
del a
try:
    a
except NameError as error:
    print(error)
from math import pi
print([str(round(pi, i)) for i in range(1, 6)])
nested = [[]] * 3
nested[0].append(1)
print(nested, [1] * -1, [0] * 3)
b = [1, 2]
b += (3, 4)
b *= 2
print(b, b.copy() is b, b > [1, 2, 3], [1, 2] < [1, 2, 0], [] < [0])
