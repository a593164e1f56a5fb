"""Digests of bytes."""

import _hashlib

algorithms_guaranteed = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384",
    "sha3_512", "blake2b", "blake2s",
}
algorithms_available = set(algorithms_guaranteed)

__all__ = sorted(algorithms_guaranteed) + [
    "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest",
]


def new(name, data=b"", *, usedforsecurity=True):
    """Return a hash object of the algorithm with a name."""
    if not isinstance(name, str):
        raise TypeError("name must be a string")
    known = name.lower().replace("-", "_") if name.lower().startswith("sha3") else name.lower()
    known = {"sha_1": "sha1", "sha-1": "sha1", "sha-256": "sha256", "sha-512": "sha512"}.get(
        known, known
    )
    if known not in algorithms_guaranteed:
        raise ValueError(f"unsupported hash type {name}")
    return _hashlib.new(known, data)


def md5(string=b"", *, usedforsecurity=True):
    """Return a md5 hash object."""
    return _hashlib.new("md5", string)


def sha1(string=b"", *, usedforsecurity=True):
    """Return a sha1 hash object."""
    return _hashlib.new("sha1", string)


def sha224(string=b"", *, usedforsecurity=True):
    """Return a sha224 hash object."""
    return _hashlib.new("sha224", string)


def sha256(string=b"", *, usedforsecurity=True):
    """Return a sha256 hash object."""
    return _hashlib.new("sha256", string)


def sha384(string=b"", *, usedforsecurity=True):
    """Return a sha384 hash object."""
    return _hashlib.new("sha384", string)


def sha512(string=b"", *, usedforsecurity=True):
    """Return a sha512 hash object."""
    return _hashlib.new("sha512", string)


def sha3_224(string=b"", *, usedforsecurity=True):
    """Return a sha3_224 hash object."""
    return _hashlib.new("sha3_224", string)


def sha3_256(string=b"", *, usedforsecurity=True):
    """Return a sha3_256 hash object."""
    return _hashlib.new("sha3_256", string)


def sha3_384(string=b"", *, usedforsecurity=True):
    """Return a sha3_384 hash object."""
    return _hashlib.new("sha3_384", string)


def sha3_512(string=b"", *, usedforsecurity=True):
    """Return a sha3_512 hash object."""
    return _hashlib.new("sha3_512", string)


def blake2b(data=b"", /, *, usedforsecurity=True):
    """Return a blake2b hash object of 64 bytes."""
    return _hashlib.new("blake2b", data)


def blake2s(data=b"", /, *, usedforsecurity=True):
    """Return a blake2s hash object of 32 bytes."""
    return _hashlib.new("blake2s", data)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Derive a key from a password."""
    import hmac

    size = new(hash_name).digest_size
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if dklen is None:
        dklen = size
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    start = hmac.new(password, None, hash_name)
    key = b""
    block = 1
    while len(key) < dklen:
        digest = start.copy()
        digest.update(salt + block.to_bytes(4, "big"))
        last = digest.digest()
        mixed = int.from_bytes(last, "big")
        for _ in range(iterations - 1):
            digest = start.copy()
            digest.update(last)
            last = digest.digest()
            mixed ^= int.from_bytes(last, "big")
        key += mixed.to_bytes(size, "big")
        block += 1
    return key[:dklen]


def file_digest(fileobj, digest, /, *, _bufsize=1 << 18):
    """Hash what a file that is open for reading bytes still holds."""
    made = new(digest) if isinstance(digest, str) else digest()
    if not hasattr(fileobj, "read") or "b" not in getattr(fileobj, "mode", "b"):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    while data := fileobj.read(_bufsize):
        made.update(data)
    return made
