"""Contexts, their flags and traps; subclasses."""

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


c = decimal.getcontext()
show("decimal.getcontext()")
show("decimal.BasicContext")
show("decimal.ExtendedContext")
show("decimal.Context()")
show("decimal.Context(prec=5, rounding=decimal.ROUND_UP, traps=[])")
c.clear_flags(); D(1)/3
show("c.flags")
show("c.flags[decimal.Inexact]")
show("c.flags['x']")
show("dict(c.traps)")
show("len(c.flags)")
show("c.traps.copy()")
show("c.flags == c.traps")
show("list(c.flags)")
for a in [
    "prec=0", "prec='a'", "rounding='x'", "rounding=5", "Emin=1", "Emax=-1", "capitals=2",
    "clamp=2", "prec=10**19", "traps=5", "flags=[5]", "prec=1.5",
]:
    show("decimal.Context(%s)" % a)
    n, v = a.split("=", 1)
    def setit(): setattr(decimal.Context(), n, eval(v))
    show("setit()")
def delit(): del decimal.Context().prec
show("delit()")
with decimal.localcontext() as ctx:
    ctx.prec = 5
    show("D(1)/3")
with decimal.localcontext(prec=3, rounding=decimal.ROUND_UP) as ctx:
    show("D(1)/3")
    show("ctx")
show("decimal.localcontext(foo=1)")
show("decimal.localcontext(5)")
show("decimal.setcontext(5)")
show("D(1)/3")
x = decimal.Context(prec=4)
for e in [
    "x.create_decimal('1.23456')", "x.create_decimal(' 1')", "x.create_decimal('1_0')",
    "x.create_decimal(0.1)", "x.create_decimal_from_float(0.1)", "x.divide(1,3)",
    "x.divide(D(1),'3')", "x.add(1,2)", "x.power(2,3)", "x.power(2,3,5)", "x.sqrt(2)",
    "x.abs(-1)", "x.divmod(7,2)", "x.divide_int(7,2)", "x.remainder(7,2)", "x.compare(1,2)",
    "x.max(1,2)", "x.quantize(D('1.2345'),D('0.1'))", "x.Etiny()", "x.Etop()", "x.radix()",
    "x.to_sci_string(D('1e5'))", "x.plus(D('1.23456'))", "x.minus(5)", "x.fma(2,3,4)",
    "x.is_nan(1)", "x.copy()", "copy.copy(x)", "x.ln(10)", "x.exp(1)", "x.canonical(D(1))",
    "x.number_class(5)", "x.to_integral_value(D('1.5'))", "x.scaleb(1,2)", "x.copy_decimal(3)",
    "x.multiply(3, 4)", "x.subtract(3, 4)", "x.normalize(D('1.00'))",
]:
    show(e)
class S(D):
    def __repr__(self): return "S:" + str(self)
show("S('1.5')")
show("S('1.5') + 1")
show("type(S(1)+1)")
show("S(D(3))")
show("D(S(4))")
show("S.from_float(0.5)")
show("S('1').copy_abs()")
with decimal.localcontext() as ctx:
    ctx.traps[decimal.FloatOperation] = True
    show("D(0.1)")
    show("D(1) < 0.5")
    show("D(1) == 0.5")
    show("D.from_float(0.5)")
    ctx.traps[decimal.Inexact] = True
    show("D(1)/3")
with decimal.localcontext() as ctx:
    ctx.traps[decimal.DivisionByZero] = False; ctx.traps[decimal.InvalidOperation] = 0
    show("D(1)/0")
    show("D(0)/0")
    show("D('abc')")
    show("D('inf')-D('inf')")
    show("sorted(s.__name__ for s in ctx.flags if ctx.flags[s])")
for n in [
    "DecimalException", "InvalidOperation", "DivisionByZero", "Overflow", "Underflow",
    "FloatOperation", "DivisionUndefined", "ConversionSyntax", "Clamped", "Inexact",
]:
    show("[b.__name__ for b in decimal.%s.__mro__]" % n)
try:
    D(1)/0
except ZeroDivisionError as e: print("caught", e.args)
try: D("x")
except ArithmeticError as e: print("caught", repr(e))
