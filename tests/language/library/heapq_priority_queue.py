"""Library reference: heapq, a priority queue with removal; sorting; merging; running medians."""
import heapq
import itertools


class PQ:
    REMOVED = '<removed>'

    def __init__(self):
        self.heap, self.finder, self.counter = [], {}, itertools.count()

    def add(self, task, priority=0):
        if task in self.finder:
            self.remove(task)
        entry = [priority, next(self.counter), task]
        self.finder[task] = entry
        heapq.heappush(self.heap, entry)

    def remove(self, task):
        self.finder.pop(task)[-1] = self.REMOVED

    def pop(self):
        while self.heap:
            _, _, task = heapq.heappop(self.heap)
            if task is not self.REMOVED:
                del self.finder[task]
                return task
        raise KeyError('pop from an empty priority queue')


q = PQ()
for task, p in (('write', 5), ('test', 3), ('spec', 1), ('release', 9), ('test', 0)):
    q.add(task, p)
q.remove('write')
print(q.pop(), q.pop(), q.pop())
try:
    q.pop()
except KeyError as error:
    print(error)


def heapsort(it):
    h = []
    for v in it:
        heapq.heappush(h, v)
    return [heapq.heappop(h) for _ in range(len(h))]


def medians(values):
    low, high = [], []
    for v in values:
        heapq.heappush(low, -heapq.heappushpop(high, v))
        if len(low) > len(high):
            heapq.heappush(high, -heapq.heappop(low))
        yield high[0] if len(high) > len(low) else (high[0] - low[0]) / 2


print(heapsort([1, 3, 5, 7, 9, 2, 4, 6, 8, 0]), list(medians([5, 15, 1, 3, 8])), list(heapq.merge([1, 4, 7], [2, 5], [3], reverse=False)), list(heapq.merge('dba', 'fc', reverse=True)), heapq.nsmallest(3, 'hello world', key=lambda c: (c.isspace(), c)), heapq.nlargest(2, {'a': 1, 'bb': 2}, key=len))


def dijkstra(graph, start):
    done, queue = {}, [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if node in done:
            continue
        done[node] = d
        for other, w in graph[node].items():
            heapq.heappush(queue, (d + w, other))
    return done


print(dijkstra({'a': {'b': 7, 'c': 3}, 'b': {'d': 1}, 'c': {'b': 1, 'd': 8}, 'd': {}}, 'a'))


def huffman(freq):
    heap = [(w, i, c) for i, (c, w) in enumerate(sorted(freq.items()))]
    heapq.heapify(heap)
    count = len(heap)
    while len(heap) > 1:
        (w1, _, a), (w2, _, b) = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (w1 + w2, count, (a, b)))
        count += 1
    codes = {}

    def walk(node, prefix=''):
        if isinstance(node, tuple):
            walk(node[0], prefix + '0')
            walk(node[1], prefix + '1')
        else:
            codes[node] = prefix or '0'
    walk(heap[0][2])
    return codes


print(huffman({'a': 5, 'b': 2, 'c': 1, 'd': 1}))


class Bad:
    def __lt__(self, other):
        raise ValueError('no order')


class Grows:
    def __init__(self, heap, n):
        self.heap, self.n = heap, n

    def __lt__(self, other):
        if len(self.heap) < 6:
            self.heap.append(Grows(self.heap, 9))
        return self.n < other.n


h = [1]
try:
    heapq.heappush(h := [Bad()], Bad())
except ValueError as error:
    print(error, len(h))
g = []
g.extend(Grows(g, n) for n in (3, 1))
try:
    heapq.heapify(g)
    print('fine')
except RuntimeError as error:
    print(error)
for n in range(1, 40):
    data = [(i * 7919) % 101 for i in range(n)]
    heapq.heapify(data)
    assert all(data[(i - 1) // 2] <= data[i] for i in range(1, n))
    assert heapq.heapreplace(data[:], -1) == data[0] and heapq.heappushpop(data[:], -1) == -1
print('heaps hold')
