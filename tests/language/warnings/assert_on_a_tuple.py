x = 0
assert (x == 1, "this never fails")
print("always true")
