"""The format mini-language for decimal numbers."""

import copy
import decimal
import math
import statistics
from fractions import Fraction

D = decimal.Decimal


def show(text, **names):
    try:
        result = eval(text, {**globals(), **names})
        print(text, names or "", "->", repr(result), type(result).__name__)
    except Exception as error:
        print(text, names or "", "!!", type(error).__name__, error)


for v, f in [
    ('1234567.891', ',.2f'), ('1234567.891', ''), ('0.5', '.0%'), ('0.1234', '.1%'),
    ('1e10', 'f'), ('1e10', 'g'), ('1.5', '>10'), ('1.5', '<10|'), ('1.5', '^10'),
    ('-1.5', '=10'), ('-1.5', '010.3f'), ('1.5', '+.3e'), ('12', 'x'), ('1', 'd'), ('nan', '10'),
    ('inf', '+f'), ('-0.001', 'z.1f'), ('123456', ',d'), ('1234.5', 'n'), ('3', '.10g'),
    ('0', 'e'), ('0.00', '%'), ('1.5', 's'), ('1.5', 'é^9'), ('9.995', '.2f'), ('2.5', '.0f'),
    ('1E+5', '.2f'), ('1', '1,000'),
]:
    show("format(D(v), f)", v=v, f=f)
show("f'{D(\"3.14159\"):.3f} {D(5)!r:>15}'")
show("'%.2f %s %d' % (D('1.005'), D('1.10'), D('3.9'))")
show("'{:.3}'.format(D('12345'))")
show("format(D(1), 5)")
