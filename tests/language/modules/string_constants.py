import string

print(
    string.ascii_lowercase,
    string.digits,
    string.punctuation,
    string.hexdigits,
    string.capwords("hello world"),
    repr(string.whitespace),
)
