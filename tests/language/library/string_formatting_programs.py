"""Formatting tables, reports, templates: format in all its ways together."""
import string
from datetime import date, timedelta
from textwrap import dedent, indent

rows = [('apple', 3, 0.5), ('banana', 12, 0.25), ('cherry', 150, 12.345), ('é☃', 0, -1)]
print(f"{'item':<10}|{'qty':>6}|{'price':^10}|{'total':>10}")
print('-' * 10 + '+' + '-' * 6 + '+' + '-' * 10 + '+' + '-' * 10)
for name, qty, price in rows:
    print(f'{name:<10}|{qty:>6,}|{price:^10.2f}|{qty * price:>+10.1f}')
print('%-10s|%6d|%10.3e|%-8s|' % ('total', sum(q for _, q, _ in rows), 12345.678, True))
width = max(len(r[0]) for r in rows)
for r in rows:
    print('{0:.<{w}}..{1:0>5}..{2!r:*^12}'.format(*r, w=width))


class Temp:
    def __init__(self, c):
        self.c = c

    def __format__(self, spec):
        unit = spec[-1:] or 'C'
        digits = spec[:-1] or '.1f'
        value = {'C': self.c, 'F': self.c * 9 / 5 + 32, 'K': self.c + 273.15}[unit]
        return f'{value:{digits}}°{unit}'

    def __repr__(self):
        return f'Temp({self.c})'


t = Temp(21.456)
print(f'{t} {t:.2fF} {t:06.1fK} {t!r:>15}', '{:.0fF}'.format(t), format(t, '.3fC'), f'{t=}')
try:
    f'{t:X}'
except KeyError as error:
    print('KeyError', error)
start = date(2024, 2, 27)
for i in range(4):
    d = start + timedelta(i)
    print(f'{d:%a %d %b} {d!s:>12} {d:%j} {d.day:02d}', end=' | ')
print()
for n in (0, 5, 1023, 1024, 1536, 10 ** 6, 5 * 10 ** 9, 2 ** 60):
    size = float(n)
    for unit in ('B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'):
        if size < 1024 or unit == 'EiB':
            break
        size /= 1024
    print(f'{size:.{0 if unit == "B" else 1}f} {unit}', f'{n:,}', f'{n:_x}', f'{n:e}', f'{n:.3g}', sep='; ')
for seconds in (0, 59, 61, 3600, 86399, 90061.5):
    m, s = divmod(seconds, 60)
    h, m = divmod(int(m), 60)
    days, h = divmod(h, 24)
    print(f'{days}d ' * bool(days) + f'{h:02d}:{m:02d}:{s:06.3f}', timedelta(seconds=seconds))
template = string.Template(dedent('''\
    Dear $title ${name},
      you owe $$${amount}.
    '''))
print(template.substitute(title='Mr', name='X', amount=f'{1234.5:,.2f}'), indent('a\n\nb', '  > '))
data = {'user': {'name': 'ann', 'tags': ['x', 'y']}, 'n': 5}
print('{user[name]} {user[tags][1]} {n:>{w}}'.format(w=4, **data), '{0[user][tags]!r:.8}'.format(data), '{u[tags][0]}'.format_map({'u': data['user']}), "%(n)03d %(user)s" % data)
print(''.join(f'{b:08b} ' for b in b'Hi'), ' '.join(f'{b:02x}' for b in b'\x00\xff'), f'{ord("é"):04x}', f'{"x":->5}{"y":-<5}{"z":-^5}', f'{[1, 2]!s:>10}', f'{None!s:^8}|', f'{3 + 4j:.1f}', f'{True:>6}|{True:d}|{1:>5}|{"1":>5}|{1.0:>5}|{1:<5}|')
for value in (0.1 + 0.2, 1 / 3, 1e21, 1e-7, 123456789.987654321, float('nan'), -float('inf'), 100.0, 1e16, 5e-324):
    print(repr(value), str(value), f'{value:.3f}', f'{value:g}', f'{value:.10g}', f'{value:e}', f'{value:%}', f'{value:n}', '%s' % value, '%.2f' % value, '%g' % value, round(value, 2), sep=' ~ ')


def matrix(m, fmt='{:6.2f}'):
    return '\n'.join(' '.join(fmt.format(x) for x in row) for row in m)


print(matrix([[1, 2.5], [-3.14159, 1000]]), matrix([['a', 'b']], '{:>3}'), sep='\n')
print(*(f'{i:>2}x{j}={i * j:<3}' for i in range(1, 4) for j in range(1, 4)), sep=' ')
