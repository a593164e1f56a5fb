# first

def f():
    # comment at another depth
  # and less
    x = 1

    # comment before a dedent
    return x
    # trailing
# back

print(f())  # after code
if True:
    pass
    # only a comment follows
print("end")
# no newline at the end of the file
