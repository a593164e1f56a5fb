"""Programs with collections: LRU, multiset, graph, matrix, inventory."""
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple


class LRU(OrderedDict):
    def __init__(self, maxsize=3, /, *args, **kw):
        self.maxsize = maxsize
        super().__init__(*args, **kw)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        if key in self:
            self.move_to_end(key)
        super().__setitem__(key, value)
        if len(self) > self.maxsize:
            oldest = next(iter(self))
            print('evict', oldest, end=' ')
            del self[oldest]


lru = LRU(2)
lru['a'] = 1
lru['b'] = 2
lru['a']
lru['c'] = 3
print(list(lru.items()), lru)
text = 'the quick brown fox jumps over the lazy dog the end'
words = Counter(text.split())
print(words.most_common(2), words.total(), +(words - Counter(['the'] * 5)), Counter(len(w) for w in words).most_common(), sorted(Counter('mississippi').items(), key=lambda kv: (-kv[1], kv[0])))
graph = defaultdict(set)
for a, b in ('ab', 'bc', 'ad', 'dc', 'ce'):
    graph[a].add(b)
    graph[b].add(a)


def bfs(start, goal):
    queue, seen = deque([[start]]), {start}
    while queue:
        path = queue.popleft()
        if path[-1] == goal:
            return path
        for n in sorted(graph[path[-1]] - seen):
            seen.add(n)
            queue.append(path + [n])


print(bfs('a', 'e'), bfs('a', 'z'), sorted(graph), 'z' in graph)


def moving_average(it, n=3):
    window = deque(maxlen=n)
    for x in it:
        window.append(x)
        if len(window) == n:
            yield sum(window) / n


print(list(moving_average([40, 30, 50, 46, 39, 44])), deque(range(10), 3), list(deque('abcdef', 2)))
defaults = {'colour': 'red', 'user': 'guest'}
environment = {'user': 'ann'}
args = {}
config = ChainMap(args, environment, defaults)
print(config['colour'], config['user'], dict(config), config.maps[0] is args)
child = config.new_child({'colour': 'blue'})
child['user'] = 'bob'
print(child['colour'], child['user'], config['user'], child.parents['colour'], list(child), len(child))
tree = lambda: defaultdict(tree)
t = tree()
t['x']['y']['z'] = 1
print(t['x']['y'], 'q' in t['x'], list(t))


class CaseInsensitive(UserDict):
    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __contains__(self, key):
        return key.lower() in self.data


ci = CaseInsensitive({'Content-Type': 'text'}, Length=5)
ci['X'] = 1
print(ci['content-TYPE'], 'LENGTH' in ci, ci.get('x'), ci.pop('LENGTH'), ci, ci.setdefault('New', 2), len(ci), list(ci), ci == {'content-type': 'text', 'x': 1, 'new': 2})


class Sorted(UserList):
    def append(self, item):
        super().append(item)
        self.data.sort()


sl = Sorted([3])
sl.append(1)
sl += [2]
print(sl, sl[0], sl + [9], sl.count(1), Sorted('ba'), sl == [1, 3, 2], type(sl[:2]).__name__, 3 in sl, sl.index(2))
Item = namedtuple('Item', 'name price qty', defaults=[1])
cart = [Item('a', 2.5, 4), Item('b', 1), Item._make(('c', 3, 2))]
print(sum(i.price * i.qty for i in cart), max(cart, key=lambda i: i.price), [i._replace(qty=0) for i in cart][0], sorted(cart, key=lambda i: i.qty, reverse=True)[0].name, dict(Counter({i.name: i.qty for i in cart})), Item('z', 1)._asdict())
rotating = deque('abcd')
rotating.rotate(1)
rotating.appendleft('X')
rotating.extendleft('12')
print(''.join(rotating), rotating.index('X'), rotating.count('a'), rotating.popleft(), rotating.pop(), rotating, rotating.copy() == rotating, rotating.reverse(), list(rotating))
inventory = Counter(apple=3, pear=1)
inventory.subtract(apple=5)
inventory.update({'kiwi': 2})
print(inventory, inventory['none'], -inventory, inventory & Counter(kiwi=1), inventory | Counter(pear=4), list(inventory.elements()), inventory == Counter(kiwi=2, pear=1, apple=-2), Counter(a=1) <= Counter(a=2, b=1))
od = OrderedDict(a=1, b=2)
od.update(c=3)
od['a'] = 10
print(od, od == {'c': 3, 'b': 2, 'a': 10}, od == OrderedDict(c=3, b=2, a=10), list(reversed(od)), od.popitem(last=False), od | {'z': 1}, od.move_to_end('b') or list(od))
grouped = defaultdict(lambda: defaultdict(int))
for kind, size in (('a', 1), ('a', 2), ('b', 1), ('a', 1)):
    grouped[kind][size] += 1
print({k: dict(v) for k, v in grouped.items()}, grouped.default_factory.__name__, repr(defaultdict(int, {1: 2})))
