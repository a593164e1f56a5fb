# `_string`: what string.Formatter stands on.
import _string

for template in ("a{b}c", "{0.x[1]!r:>{w}}", "{{}}", "", "{:d}", "{!s}"):
    print(list(_string.formatter_parser(template)))
for name in ("0.a[1][b].c", "a", "", "12", "x[y]"):
    first, rest = _string.formatter_field_name_split(name)
    print(repr(first), list(rest))
for template in ("a}", "{", "{a", "{a!", "x{a!rx}"):
    pieces = _string.formatter_parser(template)
    try:
        for piece in pieces:
            print(piece)
    except ValueError as error:
        print(error)
for name in ("a[", "a[]", "a.b..c"):
    first, rest = _string.formatter_field_name_split(name)
    try:
        for step in rest:
            print(step)
    except ValueError as error:
        print(error)
for wrong in (_string.formatter_parser, _string.formatter_field_name_split):
    try:
        wrong(1)
    except TypeError as error:
        print(error)
