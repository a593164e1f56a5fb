import operator as op

print(
    op.add(1, 2),
    op.itemgetter(1)("abc"),
    op.itemgetter(0, 2)([5, 6, 7]),
    op.attrgetter("real")(5),
    op.methodcaller("upper")("x"),
    op.mul(3, 4),
    op.not_(0),
    op.truth(5),
    op.contains([1], 1),
    op.neg(3),
    op.lt(1, 2),
    op.is_(None, None),
)
print(
    sorted([{"n": 2}, {"n": 1}], key=op.itemgetter("n")),
    op.getitem([1, 2], 0),
    op.iadd([1], [2]),
    op.floordiv(7, 2),
    op.index(5),
)
