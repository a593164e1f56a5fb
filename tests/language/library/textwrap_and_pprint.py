"""Library reference: textwrap and pprint."""
import textwrap
import pprint
from collections import OrderedDict, defaultdict, Counter, deque, namedtuple, ChainMap
from dataclasses import dataclass
from types import SimpleNamespace, MappingProxyType
text = "Hello there, how are you this fine day?  I'm glad to hear it! Visit https://example.com/averylongurlthatdoesnotfit-in-a-line today -- it's well-known for self-explanatory sentences. "
for width in (10, 20, 45):
    print(textwrap.fill(text, width))
    print('=' * width)
print(textwrap.wrap(text, 30, initial_indent='* ', subsequent_indent='  '), textwrap.wrap(text, 30, break_long_words=False, break_on_hyphens=False), textwrap.wrap('', 5), textwrap.wrap('a\tb\n\nc   d', 5), textwrap.wrap('a  b', 10, drop_whitespace=False), textwrap.wrap('x y z', 3, max_lines=1, placeholder='…'), textwrap.fill('one. Two', fix_sentence_endings=True), textwrap.wrap('ab\tc', expand_tabs=False, replace_whitespace=False))
print(textwrap.shorten('Hello  world!', width=12), textwrap.shorten('Hello  world!', width=11), textwrap.shorten('Hello world', width=10, placeholder='...'), repr(textwrap.dedent('''
    hello
      world

    \tx
''')), textwrap.dedent('  a\n b\n'), textwrap.indent('hello\n\n \nworld', '  '), textwrap.indent('a\n\nb', '> ', lambda line: True), textwrap.dedent('\ta\n\tb'), textwrap.dedent('a\n  b'))
for bad in (lambda: textwrap.wrap('a', 0), lambda: textwrap.shorten('abc def', 3), lambda: textwrap.wrap('abc', 2, max_lines=1, placeholder='.....'), lambda: textwrap.fill(5), lambda: textwrap.dedent(5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
wrapper = textwrap.TextWrapper(width=15, initial_indent='-', tabsize=2)
print(wrapper.wrap('alpha beta gamma delta\tepsilon'), wrapper.fill('xyz ' * 8))
P = namedtuple('P', 'x y')


@dataclass
class Point:
    name: str
    position: tuple
    tags: list


data = {'name': 'a long name that takes room', 'list': list(range(30)), 'nested': {'k%d' % i: ['x' * 10] * i for i in range(5)}, 'tuple': (1,), 'set': {3, 1, 2}, 'frozen': frozenset([2, 1]), 'text': 'a long text with many words in it ' * 4, 'bytes': b'x' * 100, 'none': None, 5: 6, (1, 2): 'tuple key'}
pprint.pprint(data)
pprint.pprint(data, width=40, indent=2, depth=2)
pprint.pprint(data['nested'], compact=True, width=50, sort_dicts=False)
pprint.pp({'b': 1, 'a': {'z': 1, 'y': [1, 2]}})
pprint.pprint([OrderedDict(a=list(range(20)), b='y' * 40), defaultdict(list, {'k': list(range(25))}), Counter('abracadabra' * 3), deque(range(30), maxlen=30), P('x' * 40, 'y' * 40), Point('n' * 30, (1, 2), ['t' * 30]), SimpleNamespace(a='x' * 40, b='y' * 40), MappingProxyType({'a': 'b' * 40, 'c': 'd' * 40}), ChainMap({'a': 'x' * 40}, {'b': 'y' * 40})])
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable([1, 'a']), pprint.isreadable(loop), pprint.pformat([1, {'a': 2}]), pprint.saferepr('x'), pprint.pformat('a' * 10 + ' ' + 'b' * 10, width=12), pprint.pformat({}), pprint.pformat([[]]), pprint.pformat(12345678901234, underscore_numbers=True), pprint.pformat([1, 2], width=1))
