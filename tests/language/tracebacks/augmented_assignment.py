total = 0
for item in (1, "two"):
    total += item
