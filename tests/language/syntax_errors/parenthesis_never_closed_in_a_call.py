x = 5
print("value:", x
y = 6
