try:
    open("no/such/file.txt")
except FileNotFoundError as e:
    print(e, e.errno, e.filename)
