x = (1 +
     2  # a comment
     + 3)
y = 1 + \
    2
z = [
    1,

    2,
]
if (x and
    y):
    print(x, y, z); print("same line")
def f(a,
      b=2,
      ): return a, b
print(f(1))
if x: print("one line"); y = 5
print(y)
