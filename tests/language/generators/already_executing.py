def g():
    try:
        next(it)
    except ValueError as e:
        print(e)
    try:
        it.send(None)
    except ValueError as e:
        print(e)
    try:
        it.throw(KeyError)
    except ValueError as e:
        print(e)
    try:
        it.close()
    except ValueError as e:
        print(e)
    yield "done"


it = g()
print(next(it))
