def f(x):
    if x:
        break
