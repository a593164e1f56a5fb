# Programs that people write with re: a tokenizer, a log reader, a template, a calculator.
import re
from collections import Counter

TOKENS = re.compile(r"""
    (?P<number>\d+(?:\.\d*)?) | (?P<name>[^\W\d]\w*) | (?P<op>[-+*/()=]) | (?P<space>\s+) | (?P<bad>.)
""", re.VERBOSE)


def tokens(text):
    for found in TOKENS.finditer(text):
        if found.lastgroup != "space":
            yield found.lastgroup, found.group(), found.start()


print(list(tokens("total = 3.5*(größe+1)?")))


def calculate(text):
    stream = [value for kind, value, _ in tokens(text)]

    def factor():
        token = stream.pop(0)
        if token == "(":
            value = total()
            stream.pop(0)
            return value
        return -factor() if token == "-" else float(token)

    def product():
        value = factor()
        while stream and stream[0] in "*/":
            value = value * factor() if stream.pop(0) == "*" else value / factor()
        return value

    def total():
        value = product()
        while stream and stream[0] in "+-":
            value = value + product() if stream.pop(0) == "+" else value - product()
        return value

    return total()


print(calculate("2*(3+4)-10/4"))
LOG = """\
2024-05-01 10:00:01 INFO  server: started on port 8080
2024-05-01 10:00:05 ERROR db: connection refused (attempt 3)
2024-05-01 10:00:09 INFO  db: connected
not a line of the log
"""
LINE = re.compile(r"^(?P<day>\S+) (?P<time>[\d:]+) (?P<level>[A-Z]+)\s+(?P<who>\w+): (?P<text>.*)$", re.M)
print(Counter(found["level"] for found in LINE.finditer(LOG)))
print([found.groupdict() for found in LINE.finditer(LOG) if found["level"] == "ERROR"])
values = {"name": "Ann", "n": 3}
print(re.sub(r"\{(\w+)\}", lambda m: str(values.get(m[1], m[0])), "{name} has {n} {things}"))
print(re.sub(r"(?<!^)(?=[A-Z])", "_", "someCamelCaseName").lower())
print(re.sub(r"_(\w)", lambda m: m[1].upper(), "some_snake_name"))
print(re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", "1234567"))
for address in ["a@b.de", "a.b+c@d-e.org", "@b.de", "a@b", "a b@c.de"]:
    print(address, bool(re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", address)))
scanner = re.Scanner([
    (r"[a-z]+", lambda scanner, token: token.upper()), (r"\d+", lambda scanner, token: int(token)), (r"\s+", None),
])
print(scanner.scan("abc 12 d ! e"))
