x = 10
items = [1, 2, 3]
gen = (x * i for i in items)
x = 100
print(list(gen))

try:
    (i for i in 5)
except TypeError as e:
    print(e)

gen = (undefined for i in [1])
try:
    next(gen)
except NameError as e:
    print(e)
print((i for i in []).__name__)
