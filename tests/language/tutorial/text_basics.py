"""Tutorial 3.1.2: text."""
print('spam eggs', "Paris rabbit got your back :)! Yay!", '1975')
print('doesn\'t', "doesn't", '"Yes," they said.', "\"Yes,\" they said.")
s = 'First line.\nSecond line.'
print(repr(s))
print(s)
print(r'C:\some\name', 'C:\\some\\name')
print("""\
Usage: thing [OPTIONS]
     -h                        Display this usage message
     -H hostname               Hostname to connect to
""")
print(3 * 'un' + 'ium', 'Py' 'thon')
text = ('Put several strings within parentheses '
        'to have them joined together.')
print(text)
word = 'Python'
print(word[0], word[5], word[-1], word[-6], word[0:2], word[2:5], word[:2], word[4:], word[-2:])
print(word[:2] + word[2:], word[4:42], repr(word[42:]), word[::-1], word[::2], word[5:0:-2])
for index in (42, -7, 'a', 1.0):
    try:
        print(word[index])
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
try:
    word[0] = 'J'
except TypeError as error:
    print(error)
try:
    word[2:] = 'py'
except TypeError as error:
    print(error)
print('J' + word[1:], len('supercalifragilisticexpialidocious'))
print('\x41\u00e9\N{SNOWMAN}\101\t|', '\a\b\f\v'.encode(), ascii('é☃𝄞'))
for bad in (lambda: 'a' + 1, lambda: 1 + 'a', lambda: 'a' * 'b', lambda: -'a', lambda: 'a' - 'b'):
    try:
        bad()
    except TypeError as error:
        print(error)
