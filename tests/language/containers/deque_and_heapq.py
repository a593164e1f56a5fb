from collections import deque
import heapq

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.popleft(), d.pop(), len(d), d[0], d.maxlen, 2 in d)
d.rotate(1)
d.extend([8])
d.extendleft([9, 10])
print(d, list(reversed(d)), d.count(8), deque("abc") == deque("abc"), deque([1, 2]).index(2))
try:
    deque().pop()
except IndexError as e:
    print(e)
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 2)
print(
    h,
    [heapq.heappop(h) for _ in range(3)],
    heapq.nlargest(2, [1, 5, 3]),
    heapq.nsmallest(2, "hello"),
    heapq.heappushpop(h, 0),
    heapq.heapreplace(h, 9),
    h,
    list(heapq.merge([1, 4], [2, 3])),
)
