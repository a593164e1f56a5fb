"""Library reference: json, decoding."""
import io
import json
from collections import OrderedDict
from fractions import Fraction
for text in ('["foo", {"bar":["baz", null, 1.0, 2]}]', '"\\"foo\\bar"', '"\\u1234\\ud83d\\ude00\\n\\/"', '1', '-0', '-0.0', '1e5', '1E+2', '1.5e-3', 'true', 'false', 'null', 'NaN', 'Infinity', '-Infinity', ' [ ] ', '{}', '{"a":{"b":[]}}', '\t{"a" : 1 }\n', '123456789012345678901234567890', '"é"', '{"a":1,"a":2}', '""', '[1,2]', '0.1', '"\\ud800"'):
    print(text, '->', ascii(json.loads(text)))
for text in ('', ' ', '[', '[1', '[1,', '[1,]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}", '"abc', '"\\x"', '"\\u12"', '"\n"', '01', '1.', '.5', '+1', '-', 'nul', 'True', '[1 2]', '{"a" 1}', '1 2', '[] x', '"a" "b"', '{1:2}', '[,]', '\ufeff1', 'nan', '--1', '1e', '"\\', '[1,\n2,\n x]', '"\t"', '{"a":1 "b":2}', '//', '[1,2', '{"k":[1,{"z":}]}'):
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), '->', error, '|', error.msg, error.pos, error.lineno, error.colno, error.doc == text)


def as_complex(d):
    return complex(d['re'], d['im']) if 're' in d else d


print(json.loads('{"re": 1, "im": 2, "x": {"re": 3, "im": 4}}', object_hook=as_complex), json.loads('[{"re": 1, "im": 2}]', object_hook=as_complex), json.loads('1.1', parse_float=Fraction), json.loads('[1, 2.5]', parse_int=float, parse_float=str), json.loads('NaN', parse_constant=lambda c: f'<{c}>'), json.loads('{"b":1,"a":2}', object_pairs_hook=list), json.loads('{"b":1}', object_pairs_hook=OrderedDict), json.loads('{"a":{}}', object_hook=lambda d: len(d)))
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads(bytearray(b'[1]')), json.loads('"\t"', strict=False), json.load(io.StringIO('[1]')), json.loads('[1]'.encode('utf-16')), json.loads(' "x"'.encode('utf-32-le')), json.loads(b'\xef\xbb\xbf[1]'))
d = json.JSONDecoder()
print(d.raw_decode('[1] rest'), d.raw_decode('{"a":1}x'), d.decode(' 5 '), json.JSONDecoder(object_hook=str).decode('{"a":1}'), d.raw_decode('  1', 2))
for bad in (lambda: json.loads(5), lambda: json.loads(None), lambda: json.loads('[1]', nope=1), lambda: d.raw_decode(''), lambda: d.raw_decode('x'), lambda: json.loads('1' * 5000), lambda: json.loads(b'\xff'), lambda: json.load('x'), lambda: json.loads('[' * 100000), lambda: json.loads(['a'])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split(' while')[0][:100])
print(json.loads(json.dumps({'a': [1, 2.5, 'é', None, True, {'b': {}}]})), json.JSONDecodeError('msg', 'doc\nxyz', 5), issubclass(json.JSONDecodeError, ValueError), json.loads(json.dumps(1e22)), json.loads('1e400'), json.loads('-1E400'))
buffer = io.StringIO()
json.dump({'x': [1, {'y': 2}]}, buffer, indent=1)
print(buffer.getvalue())
