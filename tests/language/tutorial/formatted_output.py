"""Tutorial 7.1: output formatting."""
import math

year, event = 2016, 'Referendum'
print(f'Results of the {year} {event}')
yes_votes, total_votes = 42_572_654, 85_705_149
percentage = yes_votes / total_votes
print('{:-9} YES votes  {:2.2%}'.format(yes_votes, percentage))
s = 'Hello, world.'
print(str(s), repr(s), str(1 / 7), repr((32.5, 40000, ('spam', 'eggs'))))
print(f'The value of pi is approximately {math.pi:.3f}.')
for name, phone in {'Sjoerd': 4127, 'Jack': 4098, 'Dcab': 7678}.items():
    print(f'{name:10} ==> {phone:10d}')
animals, bugs, count, area = 'eels', 'roaches', 13, 'living room'
print(f'My hovercraft is full of {animals!r}.', f'Debugging {bugs=} {count=} {area=}', f'{count + 1 = :>5}')
print('{0} and {1}'.format('spam', 'eggs'), '{1} and {0}'.format('spam', 'eggs'))
print('This {food} is {adjective}.'.format(food='spam', adjective='absolutely horrible'))
print('The story of {0}, {1}, and {other}.'.format('Bill', 'Manfred', other='Georg'))
table = {'Sjoerd': 4127, 'Jack': 4098, 'Dcab': 8637678}
print('Jack: {0[Jack]:d}; Sjoerd: {0[Sjoerd]:d}; Dcab: {0[Dcab]:d}'.format(table))
print('Jack: {Jack:d}; Sjoerd: {Sjoerd:d}; Dcab: {Dcab:d}'.format(**table))
for x in range(1, 11):
    print('{0:2d} {1:3d} {2:4d}'.format(x, x * x, x * x * x))
for x in range(1, 4):
    print(repr(x).rjust(2), repr(x * x).rjust(3), end=' ')
    print(repr(x * x * x).rjust(4))
print('12'.zfill(5), '-3.14'.zfill(7), '3.14159265359'.zfill(5), '+7'.zfill(4), ''.zfill(2))
print('The value of pi is approximately %5.3f.' % math.pi, '%s %r %d%% %x %o %e %g' % ('a', 'a', 5, 255, 8, 12345.678, 1e-5))
print('%(language)s has %(number)03d quote types.' % {'language': "Python", "number": 2}, '%-5s|%+d|% d|%#x' % ('a', 3, 3, 255))
print(f'{1234567.891:,.2f} {1234567:_d} {255:#b} {255:#010x} {0.000123:e} {1e10:g} {3:+} {3: } {-3:=+5d}')
print(f'{"a":*^9}{"b":<4}{"c":>4}|{"long text":.4}|{True:d}|{10:c}|{65:c}')
print(f'{math.nan:5} {math.inf:+} {-0.0} {0.0:g} {1e100:.0f}')
for spec, value in (('d', 'a'), ('z', 1), ('.2d', 3), (',x', 5), ('s', 1), ('5', None), ('x', 1.5)):
    try:
        print(format(value, spec))
    except (ValueError, TypeError) as error:
        print(spec, error)
