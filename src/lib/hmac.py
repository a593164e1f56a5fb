"""Messages with a key: HMAC, RFC 2104."""

import hashlib as _hashlib

digest_size = None


def _xor(data, number):
    return bytes(byte ^ number for byte in data)


class HMAC:
    """The digest of a message and a key."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        if isinstance(digestmod, str):
            def make(data=b""):
                return _hashlib.new(digestmod, data)
        elif callable(digestmod):
            make = digestmod
        else:
            def make(data=b""):
                return digestmod.new(data)
        self._inner, self._outer = make(), make()
        self.digest_size = self._inner.digest_size
        block = getattr(self._inner, "block_size", self.blocksize)
        self.block_size = block
        if len(key) > block:
            key = make(bytes(key)).digest()
        key = bytes(key).ljust(block, b"\0")
        self._outer.update(_xor(key, 0x5C))
        self._inner.update(_xor(key, 0x36))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        """Add to the message."""
        self._inner.update(msg)

    def copy(self):
        """Return a copy that goes on by itself."""
        other = self.__class__.__new__(self.__class__)
        other.digest_size, other.block_size = self.digest_size, self.block_size
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def _current(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer

    def digest(self):
        """Return the digest as bytes."""
        return self._current().digest()

    def hexdigest(self):
        """Return the digest as text."""
        return self._current().hexdigest()


def new(key, msg=None, digestmod=""):
    """Return an HMAC object."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """Return the digest of a message at once."""
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    """Compare without telling by the time it takes where the two differ."""
    if isinstance(a, str) and isinstance(b, str):
        if not a.isascii() or not b.isascii():
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        a, b = a.encode(), b.encode()
    if not isinstance(a, (bytes, bytearray)) or not isinstance(b, (bytes, bytearray)):
        kinds = f"'{type(a).__name__}' and '{type(b).__name__}'"
        raise TypeError(f"unsupported operand types(s) or combination of types: {kinds}")
    difference = len(a) ^ len(b)
    for x, y in zip(a, b):
        difference |= x ^ y
    return difference == 0
