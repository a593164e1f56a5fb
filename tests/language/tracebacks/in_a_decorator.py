def deco(f):
    return f.missing

@deco
def g():
    pass
