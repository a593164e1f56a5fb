"""JSON in both directions, with the errors."""
import json

data = {"name": "Zoë", "list": [1, 2.5, -3e10, None, True, False], "nested": {"a": {}, "b": [], "c": [[]]}, "quote": '"\\\n\x01', 1: 2, None: 3}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False, indent=2))
print(json.dumps({"b": 1, "a": [1, 2]}, sort_keys=True, indent="--", separators=(",", "=")))
print(json.dumps([float("inf"), float("nan"), 1e100, 0.1, 10 ** 20]))
print(json.loads('{"a": [1, 2.5, -0, 1E3, "\\u00e9\\ud83d\\ude00\\n"], "b": null, "c": true}'))
print(json.loads("[]"), json.loads(' "x" '), json.loads(b"[1]"), json.loads("1e5"), json.loads("NaN"))
for text in ("", "{", "[1,]", '{"a":1,}', '{"a" 1}', "[1 2]", "tru", '"abc', '"\\x"', "{1: 2}", "[1] x", "01", '"\t"', "nul"):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error.msg, error.lineno, error.colno, error.pos, "|", error)
for value in (object(), {1, 2}, {(1, 2): 3}, b"x"):
    try:
        print(json.dumps(value))
    except TypeError as error:
        print(error)
cycle = []
cycle.append(cycle)
try:
    json.dumps(cycle)
except ValueError as error:
    print(error)
print(json.dumps({"d": {1, 2}}, default=sorted), json.dumps({(1,): 2, "k": 1}, skipkeys=True))
print(json.loads('{"x": 1, "y": {"z": 2}}', object_hook=lambda d: sorted(d)), json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: s + "!"))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list))


class Encoder(json.JSONEncoder):
    def default(self, o):
        return f"<{type(o).__name__}>"


print(json.dumps([object(), 1], cls=Encoder), Encoder(indent=1).encode({"a": 1}))
