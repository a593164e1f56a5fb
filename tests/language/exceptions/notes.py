e = ValueError("v")
e.add_note("first")
e.add_note("second\nline")
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as err:
    print(err)
raise e
