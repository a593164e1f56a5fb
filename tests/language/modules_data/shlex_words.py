# shlex: texts as a shell splits them.
import shlex

for text in ("a b  c", "a 'b c' d", 'say "hello \\"you\\""', r"a\ b c\\d", "x # not a comment", "''", "a''b", '"a b"c', "a\tb\nc", "--opt='v 1' -x", r"'a\b'", "é ü"):
    print(repr(text), shlex.split(text), shlex.split(text, comments=True), shlex.split(text, posix=False))
for text in ("a b", "safe-1_2.3/4:5", "", "it's", "$x", "é", "a\nb"):
    print(repr(text), shlex.quote(text), shlex.split(shlex.quote(text)) == [text])
print(shlex.join(["ls", "-l", "my file", "it's"]))
for text in ("'open", '"open', "end\\"):
    try:
        print(shlex.split(text))
    except ValueError as error:
        print(error)
print(list(shlex.shlex("a=1; b = 'two' # c")), list(shlex.shlex("a&&b || c;d>e", punctuation_chars=True)), list(shlex.shlex("x.y(z)", posix=True)))
words = shlex.shlex("one two")
words.push_token("zero")
print(words.get_token(), words.get_token(), words.lineno, words.get_token(), repr(words.get_token()))
try:
    shlex.split(None)
except ValueError as error:
    print(error)
