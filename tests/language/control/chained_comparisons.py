def t(x):
    print("eval", x)
    return x


print(t(1) < t(5) < t(3) < t(9))
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 >= 2 != 1)
print(1 in [1] == True, not 1 == 2)
