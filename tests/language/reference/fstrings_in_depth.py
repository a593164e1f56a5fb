"""Language reference 2.4.3: formatted string literals."""
import datetime
name, width, precision, value = 'Fred', 10, 4, 12.34567
print(f"He said his name is {name!r}.", f"He said his name is {repr(name)}.", f"result: {value:{width}.{precision}}", f"{1024:#0x}", f"{datetime.date(2017, 1, 27):%B %d, %Y}", f"{value=}", f"{ value = !s:>12}", f"{name=:^10}|", f'{name = }', f"{'a' 'b'}", f"{1,}", f"{1, 2}", f"{[1, 2][0]}", f"{ {'k': 'v'}['k'] }", f"{(lambda x: x * 2)(3)}", f"{'x' if width else 'y'}", f"{width!r:^{width}}", f"{value:.{precision - 2}f}", f"{{}}{{{name}}}", f"{{{{", f"a{{b}}c", f'{name}' f"{width}" 'plain', rf'\n{name}\t', fr"{name}\d", F"{name}", f"", f"{name!s}{name!a}", f"\N{BULLET} {name}", f"\x41{name}\u00e9", f"{name:>{'1'}{'0'}}")
print(f"{f'{f"{name}"}'}", f"{'nested "quotes"'}", f'{'same'}', f"""{
    name  # comment
    + '!'
}""", f"{name
}", f'{"\n".join(["a", "b"])}', f"{'\\'}", f"{chr(65)}", f"{value:{'>'}{width}.{2}f}", f'{(n := 5)}', f'{n:=+5}', f"{n:{n}}", f"{yield_ if (yield_ := 3) else 0}")
print(f"{3.0:g} {3!r:>3} {True:>6} {None!s:>6} {[1]!s:>5} {1e10:,.0f} {255:08b} {-5:+d} {0.5:%} {12345.678:_.1f} {'é'!a:>8} {'long'[:2]:*<5}")


class Spec:
    def __format__(self, spec):
        return f'<{spec}>'

    def __repr__(self):
        return 'R'

    def __str__(self):
        return 'S'


s = Spec()
print(f"{s}", f"{s!r}", f"{s!s}", f"{s:abc}", f"{s:{1}{2}}", f"{s:{{}}}" if False else '', f"{s=}", f"{s=!s}", f"{s=:spec}", f"{s:%H:%M}", f"{s: }", f"{s!r:>3}", f"{s:\x41}", f"{s:a{'b'}c{'d'}e}")
d = {'a': 1, "b": {'c': [1, 2, 3]}}
print(f"{d['a']} {d["b"]['c'][-1]} {d.get('z', 'none')} {len(d)=} {d['b']=}", f"{sum(x for x in range(4))}", f"{[x for x in 'ab']}", f"{ {x for x in 'a'} }", f"{*[1, 2],}", f"{not True}", f"{1 < 2 < 3}", f"{-1}", f"{3 .real}", f"{name.upper().lower()!r}", f"{d!r:.5}", f"{'a' in d}", f"{await_ if (await_ := 1) else 0}")
for source in ("f'{}'", "f'{ }'", "f'{a'", "f'a}'", "f'{a!}'", "f'{a!x}'", "f'{a!rr}'", "f'{a!r b}'", "f'{a b}'", "f'{a:{b}'", "f'{a:{b:{c:{d}}}}'", "f'{lambda x: 1}'", "f'{a=!r:{b}'", "f'{#}'", "f'{a#}'", "f'{\\n}'", "f'{*a}'", "f'{**a}'", "f'{a = b}'", "f'{a :}'", "f'{!r}'", "f'{:5}'", "f'{a!r=}'", "f'{a['b']}'", "f'{yield}'", "f'{a := 5}'", "f'{(a := 5)}'", "fb'a'", "f'{'", "f'}'", "f'{{}'", "f'{a}}'", "f'{a;b}'", "f'{if}'", "f'{=}'", "f'{a,}'", "f'{a:}'", "f'{\"'", "f'''{\n}'''", "f'{a}' b''", "f'{a:%d'", "f'{a!s:>5}'", "f'{1 +}'", "f'{def}'", "f'{a.}'", "f'{import x}'"):
    try:
        compile(source, '<t>', 'eval')
        print(source.encode(), 'fine')
    except SyntaxError as error:
        print(source.encode(), error.msg)
for bad in (lambda: f'{undefined_name}', lambda: f'{5:q}', lambda: f"{'a':d}", lambda: f'{value:{object()}}', lambda: f'{[]:5}', lambda: f'{1/0}', lambda: f'{name:{width}{width}x}'):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])
