for x in [1, 2, 3]:
    if x == 2:
        break
else:
    print("no")
for x in []:
    pass
else:
    print("empty else")
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print("n", n)
else:
    print("while else")
