def f():
    e = 1
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        print(e)
    except UnboundLocalError as err:
        print(err)


f()
try:
    raise KeyError
except KeyError as k:
    pass
print("k" in globals())
