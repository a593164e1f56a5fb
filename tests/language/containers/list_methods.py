x = [3, 1, 2]
x.append(4)
x.extend((5, 6))
x.insert(0, 9)
x.insert(-1, 8)
x.insert(100, 7)
print(x, x.pop(), x.pop(0), x.index(2), x.count(1), x.remove(8), x)
x.sort(reverse=True)
print(x, x.reverse(), x, x.copy() == x, x.clear(), x)
for call in (
    lambda: [].pop(),
    lambda: [1].pop(5),
    lambda: [1].index(2),
    lambda: [1].remove(2),
    lambda: [1][1],
    lambda: x["a"],
    lambda: [1].insert("a", 1),
    lambda: [].extend(5),
):
    try:
        call()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
