def check(a):
    return 0 < 1 < a or -a

check("x")
