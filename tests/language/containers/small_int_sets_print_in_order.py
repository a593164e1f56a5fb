print(
    {3, 1, 2},
    {5, 4, 0},
    set(range(10)),
    {10, 1},
    {8, 0},
    {100, 20, 3},
    set([7, 15, 23]),
    {-1, 0, 1},
)
s = set()
for i in (9, 17, 1, 25):
    s.add(i)
print(s, frozenset({2, 1}), s.pop())
