def f(x):
    pattern = "\d+"
    if x is 5:
        print("five", pattern)
    return (1, 2)[0]

f(5)
print("the program runs all the same")
