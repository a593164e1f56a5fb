x = [1, 2]
for i in x:
    yield i
