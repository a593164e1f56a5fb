"""Library reference: format strings."""
print('{0}, {1}, {2}'.format('a', 'b', 'c'), '{}, {}, {}'.format('a', 'b', 'c'), '{2}, {1}, {0}'.format(*'abc'), '{0}{1}{0}'.format('abra', 'cad'))
print('Coordinates: {latitude}, {longitude}'.format(latitude='37.24N', longitude='-115.81W'), '{x}'.format(**{'x': 1}))
c = 3 - 5j
print('{0.real} {0.imag}'.format(c), 'X: {0[0]};  Y: {0[1]}'.format((3, 5)), '{a[key]} {a[k 2]}'.format(a={'key': 1, 'k 2': 2}), '{0.__class__.__name__}'.format(5), '{[0].real}'.format([2 + 1j]))
print("repr() shows quotes: {!r}; str() doesn't: {!s}; {!a}".format('test1', 'test2', 'é'), '{0!r:>8}'.format('a'))
print('{:<30}|'.format('left'), '{:>30}'.format('right'), '{:^30}|'.format('centered'), '{:*^30}'.format('centered'), '{:{fill}{align}{width}}'.format('x', fill='-', align='>', width=4), '{:{}{}}'.format('x', '<', 3) + '|')
print('{:+f}; {:+f}'.format(3.14, -3.14), '{: f}; {: f}'.format(3.14, -3.14), '{:-f}; {:-f}'.format(3.14, -3.14))
print("int: {0:d};  hex: {0:x};  oct: {0:o};  bin: {0:b}".format(42), "int: {0:d};  hex: {0:#x};  oct: {0:#o};  bin: {0:#b}".format(42), '{:,}'.format(1234567890), '{:_}'.format(1234567890), '{:_x}'.format(0xdeadbeef), '{:_b}'.format(1023))
print('Correct answers: {:.2%}'.format(19 / 22), '{:%}'.format(0.5), '{:.0%}'.format(0.125), '{:.3}'.format('abcdef'), '{:10.3}|'.format('abcdef'), '{:5}'.format(3), '{:5}'.format('a') + '|', '{:<5}'.format(3) + '|', '{:05}'.format(-3), '{:<05}'.format(3), '{:+05d}'.format(3), '{:=^7}'.format(3), '{:0>5}'.format('a'), '{:05}'.format('a'))
for x in (0, 1, -1, 0.5, 123456789.123, 1e-7, 1e20, 1.5e300, float('inf'), float('nan'), -0.0, 100, 1e16, 12345678):
    print('|'.join(('{:' + spec + '}').format(x) for spec in ('', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%', '.0f', '.3g', '#.3g', ',.2f', '_.1e', '012.3f', '+.1f', 'z.0f', '.10')))
print('{{}} {{{}}}'.format(1), '{:c}{:c}'.format(97, 0x263A), '{:>{w}.{p}f}'.format(3.14159, w=8, p=2), '{0:{1}}'.format('a', 3) + '|', '{:s}'.format('x'), '{:}'.format(''), '{:d}'.format(True), '{!s:>5}'.format(None), '{:>5}'.format(True), '{:5}'.format(False) + '|', '{:+}'.format(1 + 2j), '{:.2f}'.format(1 + 2j), '{:10}'.format(1j), '{:e}'.format(1 + 0j), '{}'.format(1e400 + 0j))
for bad in ("'{}'.format()", "'{0} {}'.format(1)", "'{} {0}'.format(1)", "'{a}'.format()", "'{'.format()", "'}'.format()", "'{0'.format(1)", "'{0!x}'.format(1)", "'{0!}'.format(1)", "'{:d}'.format('a')", "'{:d}'.format(1.5)", "'{:s}'.format(1)", "'{:x}'.format(1.5)", "'{:,s}'.format('a')", "'{:=5}'.format('a')", "'{:.2d}'.format(5)", "'{:.2c}'.format(5)", "'{:c}'.format(-1)", "'{:c}'.format('a')", "'{:+c}'.format(5)", "'{:q}'.format(5)", "'{:5q}'.format('a')", "'{:,_}'.format(5)", "'{:,,}'.format(5)", "'{:,b}'.format(5)", "'{:.}'.format(5.0)", "'{:.a}'.format(5.0)", "'{0.x}'.format(5)", "'{0[x]}'.format([1])", "'{0[5]}'.format([1])", "'{0[k]}'.format({})", "'{0[}'.format([1])", "'{0.}'.format(1)", "'{0[]}'.format(1)", "'{0]}'.format(1)", "'{:{:{}}}'.format(1, 2, 3)", "'{:5}'.format([1])", "'{:5}'.format(None)", "'{:x}'.format(object())", "'{:#s}'.format('a')", "'{:z}'.format(5)", "'{:+}'.format('a')", "'{: }'.format('a')", "'{:10000000000000000000}'.format(1)", "'{:.10000000000000000000f}'.format(1.0)", "'{:0=5}'.format(1j)", "'{:05}'.format(1j)", "'{:%}'.format(1j)", "'{:d}'.format(None)", "'{-1}'.format(1)", "'{ 0}'.format(1)", "'{0 }'.format(1)", "'{a b}'.format(**{'a b': 3})"):
    try:
        print(bad, eval(bad))
    except Exception as error:
        print(bad, '->', type(error).__name__, error)


class Default(dict):
    def __missing__(self, key):
        return key


class Custom:
    def __format__(self, spec):
        return f'custom<{spec}>'

    def __getattr__(self, name):
        return name

    def __getitem__(self, key):
        return repr(key)


print('{name} was born in {country}'.format_map(Default(name='Guido')), '{:anything at all}'.format(Custom()), '{0.some.thing}'.format(Custom()) if False else '{0.some}'.format(Custom()), '{0[a b]} {0[1]} {0[-1]}'.format(Custom()), f'{Custom():{"x"}{1}}', format(Custom(), 'y'))
