class E(Exception):
    pass

e = E("first line\nsecond line")
e.add_note("a note")
e.add_note("another\nin two lines")
raise e
