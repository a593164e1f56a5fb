"""Library reference: collections, ChainMap and Counter."""
from collections import *
baseline = {'music': 'bach', 'art': 'rembrandt'}
adjustments = {'art': 'van gogh', 'opera': 'carmen'}
cm = ChainMap(adjustments, baseline)
print(list(cm), cm['art'], cm.maps, cm.new_child({'x': 1}), cm.parents, len(cm), dict(cm), 'music' in cm, cm.get('zzz', 'd'), cm, cm == {'music': 'bach', 'art': 'van gogh', 'opera': 'carmen'})
cm['art'] = 'new'
cm['fresh'] = 1
print(adjustments, baseline, cm.pop('fresh'), bool(ChainMap()), cm.popitem(), cm | {'z': 1}, {'z': 1} | cm, cm.copy() == cm, ChainMap.fromkeys('ab', 1), cm.new_child(q=5))
cm |= {'k': 'v'}
for bad in (lambda: cm['nope'], lambda: cm.__delitem__('music'), lambda: cm.pop('music'), lambda: ChainMap().popitem(), lambda: ChainMap(5)['x'], lambda: cm | 5):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
c = Counter('gallahad')
print(c, c['x'], c.most_common(2), sorted(c.elements()), c.total(), Counter(a=4, b=2), Counter({'red': 4}), Counter(), Counter([1, 1, 2]), c.most_common(), c.most_common(0))
c.update('all')
c.subtract({'l': 10, 'q': 1})
print(c, +c, -c, c.keys() >= {'a'}, Counter(a=3, b=1) + Counter(a=1, b=2), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, b=2), Counter(a=1) <= Counter(a=2), Counter(a=1, b=0) == Counter(a=1), Counter(a=1) < Counter(a=1), Counter(a=2) >= Counter(b=0))
del c['q'], c['never there']
c['z'] += 1
x = Counter(a=1)
x += Counter(a=2, b=-1)
x -= Counter(a=1)
x |= Counter(c=5)
x &= Counter(c=3, a=9)
print(c['z'], x, x.copy(), Counter.fromkeys is not None, repr(Counter('aab')), Counter('abc') == Counter('cab'), isinstance(c, dict), list(Counter('hello')), Counter(['a', 'b'], a=5), dict(Counter('aa')))
for bad in (lambda: Counter.fromkeys('a'), lambda: Counter(1), lambda: Counter(1, 2), lambda: Counter([[]]), lambda: Counter('a') + {'a': 1}, lambda: Counter('a') < 5, lambda: c.most_common('a'), lambda: Counter(a='x').total(), lambda: Counter(a='x').update(a=1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
