"""Tutorial 5.3 to 5.8."""
t = 12345, 54321, 'hello!'
u = t, (1, 2, 3, 4, 5)
print(t[0], t, u)
try:
    t[0] = 88888
except TypeError as error:
    print(error)
v = ([1, 2, 3], [3, 2, 1])
v[0].append(9)
try:
    v[1] += [0]
except TypeError as error:
    print(error, v)
empty = ()
singleton = 'hello',
print(len(empty), len(singleton), singleton)
x, y, z = t
print(x, y, z)
for bad in ("x, y = t", "x, y, z, w = t", "x, *y, z = []", "x, y = 5"):
    try:
        exec(bad)
    except (ValueError, TypeError) as error:
        print(error)
basket = {'apple', 'orange', 'apple', 'pear', 'orange', 'banana'}
print(sorted(basket), 'orange' in basket, 'crabgrass' in basket)
a = set('abracadabra')
b = set('alacazam')
print(sorted(a), sorted(a - b), sorted(a | b), sorted(a & b), sorted(a ^ b))
print(sorted({x for x in 'abracadabra' if x not in 'abc'}), set(), {1, 2} <= {1, 2, 3}, {1}.isdisjoint({2}))
tel = {'jack': 4098, 'sape': 4139}
tel['guido'] = 4127
print(tel, tel['jack'])
del tel['sape']
tel['irv'] = 4127
print(tel, list(tel), sorted(tel), 'guido' in tel, 'jack' not in tel, tel.get('x'), tel.get('x', 0))
try:
    tel['nobody']
except KeyError as error:
    print(repr(error), error)
print(dict([('sape', 4139), ('guido', 4127)]), {x: x ** 2 for x in (2, 4, 6)}, dict(sape=4139, guido=4127))
try:
    dict([(1, 2), (3,)])
except ValueError as error:
    print(error)
try:
    {[]: 1}
except TypeError as error:
    print(error)
for k, v in {'gallahad': 'the pure', 'robin': 'the brave'}.items():
    print(k, v)
for i, v in enumerate(['tic', 'tac', 'toe'], start=1):
    print(i, v)
for q, a in zip(['name', 'quest', 'favorite color'], ['lancelot', 'the holy grail', 'blue']):
    print('What is your {0}?  It is {1}.'.format(q, a))
for i in reversed(range(1, 10, 2)):
    print(i, end=' ')
print()
string1, string2, string3 = '', 'Trondheim', 'Hammer Dance'
print(string1 or string2 or string3, not string1 and 3, 1 < 2 < 3 != 4, (1, 2, 3) < (1, 2, 4), 'ABC' < 'C' < 'Pascal')
print((1, 2, ('aa', 'ab')) < (1, 2, ('abc', 'a'), 4), (1, 2, 3) == (1.0, 2.0, 3.0))
try:
    (1, 'a') < (1, 2)
except TypeError as error:
    print(error)
