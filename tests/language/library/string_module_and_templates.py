"""Library reference: string."""
import string
from string import *
print(ascii_letters, ascii_lowercase, ascii_uppercase, digits, hexdigits, octdigits, punctuation, repr(whitespace), repr(printable[-10:]), len(printable), capwords('  hello   wORLD '), capwords('a-b', '-'))
t = Template('$who likes ${what}, costs $$5 $undefined')
print(t.template, t.safe_substitute(who='tim', what='kung pao'), Template('$a$b').substitute({'a': 1}, b=2), Template('${x}y').substitute(x='z'), t.get_identifiers(), t.is_valid(), Template('$').is_valid(), Template('$1').safe_substitute())
for bad in (lambda: t.substitute(who='tim'), lambda: Template('Give $who $100').substitute(who='a'), lambda: Template('$').substitute(), lambda: Template('a\nb $!').substitute(), lambda: Template('${a').substitute(a=1), lambda: Template(5).substitute(), lambda: Template('$a').substitute(5), lambda: t.substitute(1, 2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Percent(Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


print(Percent('%with_under %notunder %%').safe_substitute(with_under='replaced', notunder='no'))


class Brace(Template):
    pattern = r'''
    \{\{(?:
    (?P<escaped>\{\{)|
    (?P<named>[_a-z]+)\}\}|
    (?P<braced>[_a-z]+)\}\}|
    (?P<invalid>)
    )'''


print(Brace('{{name}} is {{x}}').safe_substitute(name='n'))
f = Formatter()
print(f.format('{0} {x!r:>5} {y[0].real}', 1, x='a', y=[5]), list(f.parse('a{b!r:c}d{{e}}{f}')), f.vformat('{} {}', (1, 2), {}), f.get_field('0.real', (5,), {}), f.convert_field(5, 'r'), f.format_field(3.14159, '.2f'))


class Defaulting(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f'<{key}>')
        return super().get_value(key, args, kwargs)

    def check_unused_args(self, used, args, kwargs):
        print('used', sorted(map(str, used)), 'of', args, kwargs)


print(Defaulting().format('{0} {missing} {a}', 'x', a=1, b=2))
for bad in (lambda: f.format('{}'), lambda: f.format('{a}'), lambda: f.format('{0}{}', 1, 2), lambda: f.format(), lambda: f.convert_field(1, 'z'), lambda: list(f.parse('{')), lambda: f.format('{!x}', 1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
