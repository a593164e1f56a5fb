x = 1
if y:
    z = """a
b"""
w = \
  1