"""Long decimal numbers, and decimal numbers in other modules."""

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


D("1" * 5000)
show("len(str(D('1'*5000)))")
show("D('1'*5000) % 7")
show("int(D('1e5000')) == 10**5000")
show("D(10**6000).adjusted()")
with decimal.localcontext(prec=60): show("D(2).sqrt()")
show("D(1).exp()")
show("D(2).ln()")
show("D(2)**D('0.3')")
show("D(7).log10()")
import statistics
show("statistics.mean([D('0.5'), D('0.75'), D('0.625'), D('0.375')])")
show("statistics.median([D(1), D(3)])")
show("statistics.stdev([D(1), D(3), D(4)])")
show("Fraction(D('1.25'))")
show("Fraction.from_decimal(D('0.1'))")
show("[D(i)/10 for i in range(3)]")
show("D('1.1') in [1.1, D('1.1')]")
show("{D(1): 'a'}[1]")
show("math.sqrt(D(2))")
show("math.isnan(D('nan'))")
show("round(D('1.005'), 2)")
show("math.fsum([D('0.1')]*3)")
show("float('1') * float(D(2))")
show("int('5') + D('0.5')")
match D("1.0"):
    case 1: print("matched")
    case _: print("no match")
show("decimal.DecimalTuple(0, (1,), 2)")
show("decimal.HAVE_CONTEXTVAR, decimal.MAX_PREC, decimal.MIN_ETINY")
show("sorted(n for n in dir(decimal) if not n.startswith('_'))")
show("sorted(n for n in dir(D) if not n.startswith('__') and not n.startswith('_'))")
