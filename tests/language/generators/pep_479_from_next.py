def first(items):
    yield next(iter(items))


print(list(first([1])))
try:
    list(first([]))
except RuntimeError as e:
    print(e)
