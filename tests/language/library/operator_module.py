"""Library reference: operator."""
import operator
from operator import *
print([operator.lt(1, 2), le(1, 1), eq(1, 1.0), ne(1, 2), ge(1, 2), gt(2, 1), not_([]), truth([0]), is_(None, None), is_not(1, None), operator.abs(-1), add(1, 2), and_(6, 3), floordiv(7, 2), index(True), inv(5), invert(5), lshift(1, 3), mod(7, 3), mul(2, 3), neg(1), or_(1, 2), pos(-1), operator.pow(2, 3), rshift(8, 1), sub(3, 1), truediv(1, 2), xor(5, 1), is_none(None) if hasattr(operator, 'is_none') else ''])
print(concat('a', 'b'), contains([1], 1), countOf([1, 1, True], 1), indexOf('abc', 'c'), getitem([1, 2], 0), length_hint([1, 2]), length_hint(5, 7), call(max, 1, 2, key=abs))
d = {'a': 1}
setitem(d, 'b', 2)
delitem(d, 'a')
print(d, iadd([1], [2]), isub(5, 1), imul('a', 2), iconcat([1], [2]), ior({1}, {2}), ipow(2, 3), itruediv(1, 2), ifloordiv(7, 2), imod(7, 3), iand(6, 3), ixor(5, 1), ilshift(1, 2), irshift(8, 1))


class Thing:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def method(self, *args, **kwargs):
        return args, kwargs


t = Thing(name='n', inner=Thing(x=5))
f = attrgetter('name')
print(f(t), attrgetter('name', 'inner.x')(t), attrgetter('inner.x')(t), itemgetter(1)('abc'), itemgetter(1, 0)('abc'), itemgetter(slice(1, None))('abc'), itemgetter('k')({'k': 'v'}), methodcaller('method', 1, a=2)(t), methodcaller('upper')('x'))
print(repr(attrgetter('a', 'b.c')), repr(itemgetter(1, 'x')), repr(methodcaller('m', 1, k=2)), sorted([('b', 2), ('a', 3)], key=itemgetter(1)), list(map(itemgetter(0), ['ab', 'cd'])))
for bad in (lambda: attrgetter(), lambda: attrgetter(5), lambda: attrgetter('x')(t), lambda: attrgetter('inner.z')(t), lambda: itemgetter(), lambda: itemgetter(5)('a'), lambda: methodcaller(), lambda: methodcaller(5), lambda: methodcaller('nope')(t), lambda: index(1.5), lambda: index('a'), lambda: indexOf([1], 2), lambda: concat(1, 2), lambda: add(1, 'a'), lambda: length_hint(1, 'a'), lambda: contains(5, 1), lambda: countOf(5, 1), lambda: iconcat(1, 2), lambda: attrgetter('a')(), lambda: itemgetter(0)(1, 2), lambda: operator.nope, lambda: call(), lambda: lt(1, 'a'), lambda: not_(), lambda: getitem({}, 'k')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(matmul.__name__, operator.__add__ is operator.add, sorted(operator.__all__)[:5], len(operator.__all__))
