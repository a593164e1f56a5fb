assert True
try:
    assert 1 == 2, "numbers differ"
except AssertionError as e:
    print(e, e.args)
try:
    assert []
except AssertionError as e:
    print(repr(e))
assert (False, "a tuple is true") if 0 else True
assert 2 + 2 == 5, {"got": 4}
