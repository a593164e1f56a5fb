"""string, textwrap, pprint, reprlib."""
import pprint
import reprlib
import string
import textwrap

t = string.Template("$who owes ${amount}$$ to $$$who")
print(t.substitute(who="tim", amount=5), t.safe_substitute(who="x"), t.get_identifiers(), t.is_valid())
for bad in ("$", "ok $1", "two\nlines $"):
    try:
        string.Template(bad).substitute()
    except ValueError as error:
        print(error)
try:
    t.substitute(who=1)
except KeyError as error:
    print("KeyError", error)


class F(string.Formatter):
    def format_field(self, value, spec):
        return super().format_field(value, spec).upper()


print(F().format("{0} {name!r:>8} {0[1]}", "ab", name="x"))
print(list(string.Formatter().parse("a{b!r:{c}}d{{")), string.capwords("the  quick fox"), string.ascii_letters[:5], string.digits)
text = "The quick brown fox jumped over the well-known lazy dog -- twice, and then a verylongwordthatdoesnotfit came."
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap(text, 20)[:3], textwrap.shorten(text, 40), textwrap.dedent("\n    a\n      b\n\n    c\n"))
print(textwrap.indent("a\n\nb", "> "), textwrap.shorten("hello world", 8, placeholder="..."))
data = {"names": ["alpha", "beta", "gamma"] * 4, "nested": {"key%d" % i: list(range(i)) for i in range(12)}, "t": (1,), "s": {3, 1, 2}}
pprint.pprint(data)
pprint.pprint(data, width=40, depth=1)
pprint.pp({"z": 1, "a": 2})
print(pprint.pformat([["x" * 30] * 3] * 2, indent=4, compact=True))
r = reprlib.Repr(maxlist=3, maxstring=10)
print(r.repr(list(range(10))), r.repr("a" * 50), reprlib.repr({i: i for i in range(9)}), reprlib.repr("x" * 99))


class Loop:
    @reprlib.recursive_repr("<...>")
    def __repr__(self):
        return f"Loop({self.me!r})"


loop = Loop()
loop.me = loop
print(loop)
