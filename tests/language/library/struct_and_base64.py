"""Library reference: struct, base64, binascii and hashlib."""
import base64
import binascii
import hashlib
import hmac
import struct
from struct import *
print(pack('>bhl', 1, 2, 3), unpack('>bhl', b'\x01\x00\x02\x00\x00\x00\x03'), calcsize('>bhl'), pack('<if', 5, 1.5), pack('!HBx2s', 1, 2, b'ab'), pack('5s', b'abc'), pack('5p', b'abc'), unpack('5p', b'\x03abc\x00'), pack('?c', True, b'x'), pack('<qQ', -1, 2 ** 64 - 1), pack('>d', 3.14), pack('>e', 1.5), unpack('>e', b'>\x00'), pack('=i', 1), calcsize('ci'), calcsize('=ci'), calcsize('@bq'), pack('3b', 1, 2, 3), unpack('<2h', b'\x01\x00\x02\x00'), list(iter_unpack('<h', b'\x01\x00\x02\x00')), unpack_from('<h', b'xx\x05\x00', 2), pack('0s', b''), pack('<n' if False else '<h', -2))
buf = bytearray(6)
pack_into('<hh', buf, 1, 1, 2)
s = Struct('<hh')
print(buf, s.size, s.format, s.pack(1, 2), s.unpack(b'\x01\x00\x02\x00'), s.unpack_from(buf, 1), repr(s))
for bad in (lambda: pack('b', 200), lambda: pack('h', 'a'), lambda: pack('i'), lambda: pack('i', 1, 2), lambda: pack('z', 1), lambda: unpack('i', b'abc'), lambda: pack('B', -1), lambda: pack('c', b'ab'), lambda: pack('c', 'a'), lambda: pack('s', 5), lambda: pack('I', 2 ** 40), lambda: pack('q', 2 ** 70), lambda: pack('f', 1e50), lambda: pack('d', 'x'), lambda: unpack_from('i', b'ab'), lambda: pack_into('i', bytearray(2), 0, 1), lambda: calcsize('5'), lambda: pack(5), lambda: list(iter_unpack('h', b'abc')), lambda: pack('e', 1e6), lambda: unpack('h', 'ab'), lambda: pack('i', 1.5), lambda: calcsize('i>h')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(base64.b64encode(b'data to be encoded \xff'), base64.b64decode('ZGF0YSB0byBiZSBlbmNvZGVk'), base64.urlsafe_b64encode(b'\xfb\xff'), base64.urlsafe_b64decode('-_8='), base64.b32encode(b'hello'), base64.b32decode('NBSWY3DP'), base64.b16encode(b'\xab'), base64.b16decode('AB'), base64.b16decode('ab', casefold=True), base64.b85encode(b'hello'), base64.b85decode(b'Xk~0{Zv'), base64.a85encode(b'hello\0\0\0\0'), base64.a85decode(b'BOu!rDZ'), base64.encodebytes(b'a' * 60), base64.decodebytes(b'YQ==\n'), base64.b64encode(b'\xfb', altchars=b'-_'), base64.b64decode('Y Q=='), base64.b32hexencode(b'hi'), base64.standard_b64encode(b''))
for bad in (lambda: base64.b64decode('a'), lambda: base64.b64decode('abc'), lambda: base64.b64decode('ab$d', validate=True), lambda: base64.b64encode('a'), lambda: base64.b32decode('a'), lambda: base64.b16decode('ab'), lambda: base64.b85decode('~~~~~~'), lambda: base64.b64decode('é'), lambda: binascii.unhexlify('a'), lambda: binascii.unhexlify('zz'), lambda: base64.b64decode(5), lambda: base64.a85decode('\x7f')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(binascii.hexlify(b'\xab\xcd'), binascii.hexlify(b'abcd', '-', 2), binascii.unhexlify('ABcd'), binascii.crc32(b'hello'), binascii.b2a_base64(b'a', newline=False), binascii.a2b_base64('YQ=='))
for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'blake2b', 'blake2s'):
    h = hashlib.new(name, b'Nobody inspects')
    h.update(b' the spammish repetition')
    print(name, h.hexdigest()[:32], h.name, h.digest_size, h.block_size, h.copy().hexdigest() == h.hexdigest())
print(hashlib.sha256(b'a').digest()[:4], hmac.new(b'key', b'msg', 'sha256').hexdigest(), hmac.compare_digest('a', 'a'), hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 10).hex()[:16], hmac.digest(b'k', b'm', 'md5').hex(), sorted(hashlib.algorithms_guaranteed)[:3])
for bad in (lambda: hashlib.md5('a'), lambda: hashlib.new('nope'), lambda: hashlib.sha256(5), lambda: hmac.new(b'k'), lambda: hmac.new('k', b'm', 'md5')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
