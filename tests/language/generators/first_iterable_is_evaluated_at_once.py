def noisy(name):
    print("evaluating", name)
    return [1, 2]


gen = ((a, b) for a in noisy("outer") for b in noisy("inner"))
print("made")
print(next(gen))
print(list(gen))
