def f():
    try:
        risky()
    print("done")
