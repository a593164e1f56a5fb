if a and not b or 1 < c <= 3:
    x
elif d is not None:
    y
z = a or b and c
w = e if f in {1, 2} else not g
assert h, "why"
if 0:
    never()
