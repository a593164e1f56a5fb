"""Library reference: str methods, case and tests."""
words = ['', 'hello', 'HELLO', 'Hello World', 'hELLO wORLD', "they're bill's", 'ǆ ßtraße', 'ΑΣ ΟΔΥΣΣΕΥΣ', 'ﬁne', 'İstanbul', '123abc', 'a1 b2', 'ŉ', '١٢٣', '½', '²', '\t\n', ' ', 'été', 'x_y', '_', 'class', '1a', 'a-b', 'ⅷ', '中文', 'Ⅷ', 'ª', 'ʰ']
for w in words:
    print(ascii(w), ascii(w.upper()), ascii(w.lower()), ascii(w.title()), ascii(w.capitalize()), ascii(w.swapcase()), ascii(w.casefold()))
    print(''.join('FT'[f()] for f in (w.isalpha, w.isalnum, w.isdigit, w.isdecimal, w.isnumeric, w.islower, w.isupper, w.istitle, w.isspace, w.isidentifier, w.isprintable, w.isascii)))
print('a'.center(5) + '|', 'ab'.center(5, '*'), 'abc'.center(6, '-'), 'a'.ljust(3, '.'), 'a'.rjust(3, '.'), 'toolong'.center(3), '-42'.zfill(5), '+a'.zfill(4), 'a\tb\t\tc'.expandtabs(), 'a\tb\n\tc'.expandtabs(4), '\t'.expandtabs(0))
for bad in (lambda: 'a'.center('5'), lambda: 'a'.center(5, 'ab'), lambda: 'a'.center(5, ''), lambda: 'a'.ljust(5, 5), lambda: 'a'.zfill('a'), lambda: 'a'.upper(1), lambda: 'a'.nope(), lambda: 'a'.expandtabs('a'), lambda: str.upper(5), lambda: str.upper()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
