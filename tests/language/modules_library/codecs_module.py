# Encodings by name: look-up, registration, error handlers, pieces and streams.
import codecs
import io

for name in ("utf-8", "UTF8", "latin1", "ascii", "utf-16", "utf-16-le", "utf_32_be", "utf-8-sig", "unicode_escape"):
    print(codecs.lookup(name).name)
for name in ("nonsense", "no such"):
    try:
        codecs.lookup(name)
    except LookupError as error:
        print(error)
print(codecs.encode("é", "utf-8"), codecs.decode(b"\xe9", "latin-1"))
print(codecs.encode("Hello, World", "rot13"), codecs.decode("Uryyb", "rot_13"))
print(codecs.encode(b"abc", "hex"), codecs.decode(b"616263", "hex"), codecs.encode(b"abc", "base64"))
try:
    "abc".encode("rot13")
except LookupError as error:
    print(error)
try:
    "abc".encode("unheard-of")
except LookupError as error:
    print(error)
try:
    b"abc\xff".decode("ascii", "no handler")
except LookupError as error:
    print(error)
print(codecs.BOM_UTF8, codecs.BOM_UTF16 == codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE)

info = codecs.lookup("utf-8")
print(info.encode("äb"), info.decode(b"\xc3\xa4b"), len(info), isinstance(info, tuple))


# Error handlers of one's own.
def stars(error):
    print(type(error).__name__, error.encoding, error.start, error.end, error.reason)
    return "*" * (error.end - error.start), error.end


codecs.register_error("test.stars", stars)
print("aéìb€".encode("ascii", "test.stars"))
print("a€b".encode("latin-1", "test.stars"))
print(b"a\xffb\xfe".decode("utf-8", "test.stars"))
print(b"a\xffb".decode("ascii", "test.stars"))
print("a\ud800b".encode("utf-16", "test.stars"))
print(str(b"\xff", "utf-8", "test.stars"), bytes("é", "ascii", "test.stars"))


def given_bytes(error):
    return b"<" + hex(ord(error.object[error.start])).encode() + b">", error.start + 1


codecs.register_error("test.bytes", given_bytes)
print("aéìb".encode("ascii", "test.bytes"))
for answer in (5, ("x",), ("x", "y"), ("é", 1), ("", 100), ("?", -1)):
    codecs.register_error("test.wrong", lambda error: answer)
    try:
        print("éa".encode("ascii", "test.wrong"))
    except (TypeError, IndexError, UnicodeError) as error:
        print(type(error).__name__, error)
print(codecs.lookup_error("test.stars") is stars)
for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"):
    handler = codecs.lookup_error(name)
    try:
        print(name, handler(UnicodeEncodeError("ascii", "aéìb", 1, 3, "why")))
    except UnicodeError as error:
        print(name, error)
try:
    codecs.lookup_error("never registered")
except LookupError as error:
    print(error)
try:
    codecs.register_error("x", 3)
except TypeError as error:
    print(error)


# An encoding of one's own.
def search(name):
    if name == "test_shout":
        return codecs.CodecInfo(
            lambda text, errors="strict": (text.upper().encode(), len(text)),
            lambda data, errors="strict": (bytes(data).decode().lower(), len(data)),
            name="shout",
        )
    if name == "test_wrong":
        return (lambda text, errors: (3, 1), lambda data, errors: 5, None, None)
    if name == "test_short":
        return (1, 2)


codecs.register(search)
print("abc".encode("test-shout"), b"ABC".decode("Test_Shout"), str(b"ABC", "test shout"))
print(codecs.lookup("test_shout").name)
for call in (
    lambda: "a".encode("test_wrong"), lambda: b"a".decode("test_wrong"), lambda: "a".encode("test_short"),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
codecs.unregister(search)
try:
    "abc".encode("test_shout")
except LookupError as error:
    print(error)

# Piece by piece.
decoder = codecs.getincrementaldecoder("utf-8")()
print([decoder.decode(bytes([byte])) for byte in "aé€😀".encode()], repr(decoder.decode(b"", True)))
decoder.decode(b"\xe2\x82")
print(decoder.getstate())
try:
    decoder.decode(b"", True)
except UnicodeDecodeError as error:
    print(error)
encoder = codecs.getincrementalencoder("utf-16")()
print(encoder.encode("a"), encoder.encode("b"))
encoder.reset()
print(encoder.encode("c"))
print(list(codecs.iterencode(["a", "é"], "utf-8")), "".join(codecs.iterdecode([b"\xc3", b"\xa9x"], "utf-8")))

# Streams.
stream = io.BytesIO()
writer = codecs.getwriter("utf-8")(stream)
writer.write("zwölf\n")
writer.writelines(["a\n", "é"])
print(stream.getvalue())
reader = codecs.getreader("utf-8")(io.BytesIO(stream.getvalue()))
print(repr(reader.readline()), repr(reader.read(1)), repr(reader.read()), repr(reader.read()))
print(list(codecs.getreader("latin-1")(io.BytesIO(b"a\nb\xe9\n"))))
print(codecs.getencoder("ascii")("abc"), codecs.getdecoder("ascii")(b"abc"))
