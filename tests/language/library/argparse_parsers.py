"""Library reference: argparse."""
import argparse
import sys
parser = argparse.ArgumentParser(prog='prog', description='Process some integers.', epilog='The end.')
parser.add_argument('integers', metavar='N', type=int, nargs='+', help='an integer for the accumulator')
parser.add_argument('--sum', dest='accumulate', action='store_const', const=sum, default=max, help='sum the integers (default: find the max)')
parser.add_argument('-v', '--verbose', action='count', default=0, help='more output')
parser.add_argument('-o', '--output', default='out.txt', help='file (default: %(default)s)')
parser.add_argument('--level', choices=['low', 'high'], required=False)
parser.add_argument('--flag', action=argparse.BooleanOptionalAction, default=True)
parser.add_argument('--tag', action='append', default=[])
parser.add_argument('--pair', nargs=2, type=float, metavar=('X', 'Y'))
parser.add_argument('--version', action='version', version='%(prog)s 2.0')
group = parser.add_mutually_exclusive_group()
group.add_argument('--red', action='store_true')
group.add_argument('--blue', action='store_false')
parser.print_help()
parser.print_usage()
for argv in (['1', '2', '3'], ['--sum', '1', '2'], ['-vvv', '1', '-o', 'f'], ['--output=g', '5'], ['-ofile', '1'], ['--level', 'low', '1'], ['--no-flag', '1'], ['--tag', 'a', '--tag=b', '1'], ['--pair', '1', '2.5', '--', '3'], ['--red', '1'], ['--out', 'x', '1'], ['-1'] if False else ['1', '--verb']):
    ns = parser.parse_args(argv)
    print(argv, {k: getattr(v, '__name__', v) for k, v in sorted(vars(ns).items())})
for argv in ([], ['a'], ['--nope', '1'], ['--level', 'mid', '1'], ['1', '-o'], ['--pair', '1', '--', '2'], ['--red', '--blue', '1'], ['--pair', 'x', 'y', '1'], ['--ver'], ['--sum=5', '1'], ['-h'], ['--version'], ['--v', '1']):
    try:
        parser.parse_args(argv)
    except SystemExit as stop:
        sys.stderr.flush()
        print(argv, 'exit', stop.code, flush=True)
print(parser.parse_known_args(['1', '--unknown', 'x', '2'])[1], parser.get_default('output'), parser.format_usage())
sub = argparse.ArgumentParser(prog='git')
sub.add_argument('--debug', action='store_true')
commands = sub.add_subparsers(dest='command', required=True, help='sub-command help', title='commands')
clone = commands.add_parser('clone', help='clone it', aliases=['c'])
clone.add_argument('url')
clone.set_defaults(func=lambda a: f'cloning {a.url}')
commit = commands.add_parser('commit')
commit.add_argument('-m', '--message', required=True)
sub.print_help()
ns = sub.parse_args(['--debug', 'clone', 'http://x'])
print(ns.func(ns), ns.debug, ns.command, sub.parse_args(['commit', '-m', 'hi']).message)
for argv in ([], ['nope'], ['commit'], ['clone', '-h']):
    try:
        sub.parse_args(argv)
    except SystemExit as stop:
        print(argv, 'exit', stop.code, flush=True)
p = argparse.ArgumentParser(prog='p', exit_on_error=False, formatter_class=argparse.ArgumentDefaultsHelpFormatter, prefix_chars='-+', argument_default=argparse.SUPPRESS, add_help=False)
p.add_argument('+x', type=int, default=3, help='an x')
p.add_argument('rest', nargs=argparse.REMAINDER, help='the rest')
g = p.add_argument_group('group title', 'group description')
g.add_argument('-q', nargs='?', const='C', default='D', help='maybe')
p.print_help()
print(p.parse_args(['+x', '5', 'a', '-b']), p.parse_args(['-q']), p.parse_args([]))
try:
    p.parse_args(['+x', 'y'])
except argparse.ArgumentError as error:
    print(error, error.argument_name)


def even(text):
    n = int(text)
    if n % 2:
        raise argparse.ArgumentTypeError(f'{n} is odd')
    return n


class Shout(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        print('action', values, option_string)
        setattr(namespace, self.dest, values.upper())


e = argparse.ArgumentParser(prog='e', usage='%(prog)s [options]')
e.add_argument('--even', type=even)
e.add_argument('--shout', action=Shout)
e.add_argument('--ext', action='extend', nargs='+', type=int)
print(e.parse_args(['--even', '4', '--shout', 'hi', '--ext', '1', '2', '--ext', '3']), argparse.Namespace(a=1) == argparse.Namespace(a=1), argparse.Namespace(x=1))
try:
    e.parse_args(['--even', '3'])
except SystemExit as stop:
    print(stop.code, flush=True)
for bad in (lambda: e.add_argument('--even'), lambda: e.add_argument('-x', nargs=0), lambda: e.add_argument('pos', required=True), lambda: e.add_argument('--y', action='nope'), lambda: e.add_argument('--z', type='int'), lambda: e.add_argument('--w', choices=5) and None, lambda: e.add_argument(), lambda: e.add_argument('-'), lambda: e.add_argument('a', 'b'), lambda: argparse.ArgumentParser(nope=1), lambda: e.add_argument('--k', nargs='x'), lambda: e.add_argument('--t', action='store_true', type=int)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
