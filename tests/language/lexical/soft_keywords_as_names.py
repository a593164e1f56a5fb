match = [1, 2]
case = 0
type = "t"
_ = 5
print(match[case], type, _)
match (1, 2):
    case (x, y):
        print(x, y)
match = lambda *a: a
match(1)
print(match (2, 3))
type X = int
print(X, type)
