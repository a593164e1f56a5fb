seconds = 60 * 60 * 24
big = 2**100
half = 1 / 2
minus = -1
text = "a" + "b" * 3
pair = (1, (2, 3))
numbers = [1, 2, 3]
letter = "abc"[1]
