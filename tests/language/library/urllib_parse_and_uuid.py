"""Library reference: urllib.parse, uuid and tempfile."""
import uuid
from urllib.parse import *
for url in ('http://user:pw@www.Python.org:8080/a/b;params?query=arg&x=%20y#frag', '//host/path', 'mailto:a@b.c', '', 'path/only', 'http://[::1]:80/', 'ftp://h', 'http:x', 'HTTP://EXAMPLE.com', 'a:b:c', 'http://h?q', 'http://h#f', 'javascript:void(0)', 'file:///etc/x', '?q=1', '#f', 'http://a b/c', 'http://h:port/x'):
    u, s = urlparse(url), urlsplit(url)
    try:
        port = u.port
    except ValueError as error:
        port = error
    print(u, u.hostname, port, u.username, u.password, u.geturl(), s.query)
base = 'http://a/b/c/d;p?q'
for ref in ('g:h', 'g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', ';x', '', '.', './', '..', '../', '../g', '../..', '../../../g', '/./g', '/../g', 'g.', '..g', './../g', 'g/./h', 'g/../h', 'http:g'):
    print(ref, urljoin(base, ref), end='; ')
print()
print(quote('a b/ü&=?'), quote('a/b', safe=''), quote_plus('a b&c+é'), unquote('a%20b%C3%BC%zz'), unquote_plus('a+b%2B'), unquote('%ff'), quote(b'\xff'), unquote_to_bytes('a%ff'), quote_from_bytes(b'a b'), urlencode({'a': 1, 'b': 'x y', 'é': 'ü'}), urlencode([('k', [1, 2])], doseq=True), urlencode({'a': [1, 2]}), parse_qs('a=1&a=2&b=&c=%20'), parse_qs('a=1&b=', keep_blank_values=True), parse_qsl('a=1;b=2&c=3'), parse_qsl('x=+y'), urldefrag('http://h/p#f'), urlunparse(('s', 'n', 'p', '', 'q', 'f')), urlunsplit(('http', 'h', '/p', '', '')), urlsplit('http://h/p')._replace(scheme='https').geturl(), quote('~-_.!*'), quote('', safe='/'), parse_qs('a=b=c'))
for bad in (lambda: urlsplit('http://[::1'), lambda: quote(5), lambda: urlencode(5), lambda: parse_qsl('a', strict_parsing=True), lambda: urljoin('a', 5), lambda: urlsplit('http://h:99999').port, lambda: urlparse(b'http://h', 'x'), lambda: parse_qs('a=1&b=2', max_num_fields=1), lambda: unquote(5), lambda: urlsplit('http://[x]/')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
u = uuid.UUID('{12345678-1234-5678-1234-567812345678}')
print(u, repr(u), u.int, u.hex, u.bytes, u.urn, u.version, u.variant, u.fields, u.time_low, u.node, uuid.UUID(int=5), uuid.UUID(bytes=b'\x00' * 16), uuid.UUID('urn:uuid:12345678123456781234567812345678') == u, u < uuid.UUID(int=2 ** 127), hash(u) == hash(uuid.UUID(str(u))), uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_URL, 'x'), uuid.uuid4().version, uuid.uuid1().version, len(str(uuid.uuid4())), uuid.uuid4() != uuid.uuid4(), uuid.UUID(int=0), u.bytes_le, uuid.uuid4().variant)
for bad in (lambda: uuid.UUID('x'), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b'a'), lambda: setattr(u, 'int', 5), lambda: u < 5, lambda: uuid.UUID(int=1, version=99), lambda: uuid.UUID(5), lambda: uuid.UUID(fields=(1, 2))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
import os
import tempfile
with tempfile.TemporaryDirectory(prefix='pre') as d:
    print(os.path.isdir(d), os.path.basename(d).startswith('pre'))
    with tempfile.NamedTemporaryFile('w+', dir=d, suffix='.txt', delete=False) as f:
        f.write('x')
    print(os.path.exists(f.name), f.name.endswith('.txt'))
    with tempfile.TemporaryFile() as t:
        t.write(b'abc')
        t.seek(0)
        print(t.read())
    fd, name = tempfile.mkstemp(dir=d)
    os.close(fd)
    with tempfile.SpooledTemporaryFile(max_size=10, mode='w+') as sp:
        sp.write('hi')
        sp.seek(0)
        print(sp.read())
print(os.path.exists(d), tempfile.gettempdir() == os.path.dirname(d), tempfile.gettempprefix())
