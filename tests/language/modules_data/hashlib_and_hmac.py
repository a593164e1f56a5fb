# hashlib, hmac, secrets.
import hashlib
import hmac
import secrets

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"):
    made = hashlib.new(name, b"abc")
    direct = getattr(hashlib, name)(b"abc")
    print(name, made.hexdigest(), made.digest_size, made.block_size, made.name, direct.digest() == made.digest(), getattr(hashlib, name)().hexdigest()[:8])
h = hashlib.sha256()
h.update(b"hello ")
copy = h.copy()
h.update(bytearray(b"world"))
copy.update(b"there")
print(h.hexdigest() == hashlib.sha256(b"hello world").hexdigest(), copy.hexdigest()[:16], h.digest()[:4])
for call in (lambda: hashlib.sha256("text"), lambda: hashlib.new("nope"), lambda: hashlib.md5(5), lambda: h.update("x"), lambda: hashlib.new(5)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(hmac.new(b"key", b"message", "sha256").hexdigest(), hmac.new(b"k" * 200, b"m", hashlib.md5).hexdigest(), hmac.digest(b"key", b"m", "sha1").hex())
m = hmac.new(b"key", digestmod="sha256")
m.update(b"message")
print(m.name, m.digest_size, m.block_size, m.copy().hexdigest() == m.hexdigest())
print(hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"abc", b"abd"))
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 3, 20).hex())
print(len(secrets.token_bytes(8)), len(secrets.token_hex(8)), 0 <= secrets.randbelow(5) < 5, secrets.choice([3]), secrets.randbits(4) < 16)
print("sha256" in hashlib.algorithms_available, {"md5", "sha1"} <= hashlib.algorithms_guaranteed)
