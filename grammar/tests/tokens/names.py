match x:
    case y: case = match
match = case
type X = type
type = X; type Y = 1
print(match, case, type, _)
ℌ = ﬁ = naïve
with (a, b): pass
with (a, b) as c: pass
with (yield): pass
