"""The traceback of an error inside nested generators lists every layer of the pipe."""


def parse(text):
    for word in text.split():
        yield int(word)


def lines(page):
    for line in page:
        yield from parse(line)


def book(pages):
    for page in pages:
        yield from lines(page)


for number in book([["1 2", "3"], ["4 five"]]):
    print(number)
