def f():
    class = 5
    return class
