"""Decimal numbers: making, computing and comparing them."""

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


for s in [
    "1", " 1.5 ", "1_000.5", "abc", "", "1e5", "+.5", "5.", ".", "1.2.3", "inf", "-Infinity",
    "nan", "snan123", "NaN0012", "١٢", "1 2", "1e1000000000000000000", "1e-1000000000000000000",
    "1e999999999999999999", "0e1000000000000000000000", "--1", "1e", "1e+", "0x1", '\n3\n',
]:
    show("D(s)", s=s)
for v in [
    5, -3, True, 10**40, 0.1, 1.5, -0.0, 1e300, float("inf"), float("nan"), (0, (1, 2, 3), -2),
    [1, [4], 3], (0, (1,), "F"), (0, (), "n"), (1, (1, 2), "N"), (2, (1,), 0), (0, (10,), 0),
    (0, 1, 0), (0, (1,), "x"), (0, (1,)), (0, (1,), 1.5), None, b"1", 1j, Fraction(1, 2),
]:
    show("D(v)", v=v)
show("D()")
show("D('1', None)")
show("D('1', 5)")
show("D(value='3')")
show("D.from_float(0.1)")
show("D.from_float(3)")
show("D.from_float('1')")
for e in [
    "D(1)/3", "D(1)/0", "D(0)/0", "D(-1)/0", "D(7)//2", "D(-7)//2", "D(-7)%3", "divmod(D(-7),3)",
    "7-D('1.5')", "2*D('1.5')", "1/D(4)", "10//D(3)", "10%D(3)", "divmod(10,D(3))", "D(2)**10",
    "2**D('0.5')", "D(2)**-1", "D(0)**0", "D(-8)**D('0.5')", "pow(D(3),5,7)",
    "pow(D(3),D(-1),D(7))", "D(1)+1.5", "1.5+D(1)", "D(1)+'1'", "D(1)+Fraction(1,2)", "D(1)+None",
    "D(1)+1j", "D(1)+True", "-D(0)", "+D('-0')", "abs(D('-1.50'))",
    "-D('1.23456789012345678901234567890123')", "round(D('2.5'))", "round(D('3.5'))",
    "round(D('2.675'),2)", "round(D('1234.5'),-2)", "round(D('nan'))", "round(D('inf'))",
    "round(D(1),'a')", "int(D('1e3'))", "int(D('-1.9'))", "int(D('nan'))", "int(D('inf'))",
    "float(D('1.1'))", "float(D('nan'))", "float(D('snan'))", "float(D('-inf'))", "complex(D(2))",
    "math.floor(D('-1.5'))", "math.ceil(D('1.2'))", "math.trunc(D('1.9'))", "bool(D(0))",
    "bool(D('nan'))", "hash(D(5))==hash(5)", "hash(D('0.5'))==hash(0.5)",
    "hash(D('1e400'))==hash(10**400)", "hash(D('-1'))", "hash(D('snan'))", "hash(D('inf'))",
    "D('1.0')==1", "D('0.1')==0.1", "D('0.5')==0.5", "D('0.5')==Fraction(1,2)", "D(1)==1+0j",
    "D(1)=='1'", "D(1)<1.5", "D(1)<Fraction(3,2)", "D(1)<'a'", "D('nan')==D('nan')", "D('nan')<1",
    "D('snan')==1", "sorted([D(3),D('1.5'),D(2)])", "max(D(1),2)", "sum([D('0.1')]*3)",
    "sum([D('0.1')]*10)==1", "D('1.10').as_tuple()", "D('-inf').as_tuple()",
    "D('nan12').as_tuple()", "D('2.50').as_integer_ratio()", "D('inf').as_integer_ratio()",
    "D('nan').as_integer_ratio()", "D('123.456').adjusted()", "D('1.5').real", "D('1.5').imag",
    "D('1').conjugate()", "D(1).radix()", "repr(D('1E+3'))", "str(D('1E-7'))",
    "str(D('0.000001'))", "str(D('123E+3'))", "D('123E+3').to_eng_string()",
    "D('1e-10').to_eng_string()", "D('0E+1').to_eng_string()", "D('3.14159').quantize(D('0.01'))",
    "D('3.145').quantize(D('0.01'), rounding=decimal.ROUND_HALF_UP)",
    "D('3.145').quantize(D('0.01'), decimal.ROUND_DOWN)", "D('1e30').quantize(D('0.01'))",
    "D('1').quantize('0.1')", "D('1').quantize(1)", "D('1').quantize(D(1), rounding='x')",
    "D(2).sqrt()", "D(-1).sqrt()", "D('0.25').sqrt()", "D(1).exp()", "D(10).ln()", "D(0).ln()",
    "D(-1).ln()", "D(1000).log10()", "D('1.50').normalize()", "D('100').normalize()",
    "D('0.00').normalize()", "D('1.5').to_integral_value()", "D('2.5').to_integral_exact()",
    "D(5).compare(3)", "D('nan').compare(D(1))", "D(1).max(D('nan'))", "D(1).copy_sign(-2)",
    "D(3).fma(2,1)", "D(1).next_plus()", "D(1).next_minus()", "D(1).next_toward(2)",
    "D('1234').shift(2)", "D('1234').rotate(-1)", "D(7).remainder_near(4)", "D('1').is_normal()",
    "D('nan').is_nan()", "D('1.2').same_quantum(D('3.4'))", "D('12').number_class()",
    "D('12').logb()", "D('12').scaleb(2)", "D('110').logical_and(D('101'))", "copy.copy(D(1))",
    "copy.deepcopy(D('1.5'))", "D('1.5').__reduce__()",
    "isinstance(D(1), __import__('numbers').Number)",
    "isinstance(D(1), __import__('numbers').Real)", "D('1').foo", "D.mro()[:1]==[D]",
    "D.__module__, decimal.Context.__module__, decimal.InvalidOperation.__module__",
]:
    show(e)
