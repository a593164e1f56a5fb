"""Addresses (URLs) taken apart, put together and quoted."""

import re
from collections import namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode",
           "parse_qs", "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote",
           "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult",
           "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp",
                 "mms", "prospero", "rtsp", "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms",
               "https", "shttp", "snews", "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn",
               "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss", "itms-services"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps",
               "rtspu", "sip", "sips", "mms", "sftp", "tel"]

_SCHEME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.")
_REMOVED = ["\t", "\r", "\n"]
_STRIPPED = "".join(map(chr, range(33)))


def _coerce(*args):
    """Arguments as text, and what makes results of the same type as they were."""
    is_text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return (*args, lambda result: result)

    def decoded(arg):
        return arg.decode("ascii", "strict") if arg else ""

    def encoded(result):
        return result.encode("ascii", "strict") if isinstance(result, str) else result.encode()

    return (*map(decoded, args), encoded)


class _Netloc:
    """The parts of the place in an address."""

    __slots__ = ()

    def _user(self):
        at, colon = self._signs("@:")
        user, found, rest = self.netloc.rpartition(at)
        if not found:
            return None, None
        name, has_password, password = user.partition(colon)
        return name, password if has_password else None

    def _host(self):
        at, colon, opening, closing = self._signs("@:[]")
        place = self.netloc.rpartition(at)[2]
        _, has_bracket, bracketed = place.partition(opening)
        if has_bracket:
            host, _, port = bracketed.partition(closing)
            port = port.partition(colon)[2]
        else:
            host, _, port = place.partition(colon)
        return host or None, port or None

    def _signs(self, signs):
        return tuple(signs) if isinstance(self.netloc, str) else [sign.encode() for sign in signs]

    @property
    def username(self):
        return self._user()[0]

    @property
    def password(self):
        return self._user()[1]

    @property
    def hostname(self):
        host = self._host()[0]
        if not host:
            return None
        percent = self._signs("%")[0]
        host, found, zone = host.partition(percent)
        return host.lower() + found + zone

    @property
    def port(self):
        port = self._host()[1]
        if port is not None:
            if not port.isdigit() or not port.isascii():
                raise ValueError(f"Port could not be cast to integer value as {port!r}")
            port = int(port)
            if not 0 <= port <= 65535:
                raise ValueError("Port out of range 0-65535")
        return port


def _text(cls):
    cls.encode = lambda self, encoding="ascii", errors="strict": cls._encoded_counterpart(
        *(part.encode(encoding, errors) for part in self)
    )
    return cls


def _bytes(cls):
    cls.decode = lambda self, encoding="ascii", errors="strict": cls._decoded_counterpart(
        *(part.decode(encoding, errors) for part in self)
    )
    return cls


_Defrag = namedtuple("DefragResult", "url fragment")
_Split = namedtuple("SplitResult", "scheme netloc path query fragment")
_Parse = namedtuple("ParseResult", "scheme netloc path params query fragment")


@_text
class DefragResult(_Defrag):
    """What urldefrag() gives."""

    __slots__ = ()

    def geturl(self):
        """Put it together again."""
        return self.url + "#" + self.fragment if self.fragment else self.url


@_text
class SplitResult(_Split, _Netloc):
    """What urlsplit() gives."""

    __slots__ = ()

    def geturl(self):
        """Put it together again."""
        return urlunsplit(self)


@_text
class ParseResult(_Parse, _Netloc):
    """What urlparse() gives."""

    __slots__ = ()

    def geturl(self):
        """Put it together again."""
        return urlunparse(self)


@_bytes
class DefragResultBytes(_Defrag):
    """What urldefrag() gives for bytes."""

    __slots__ = ()

    def geturl(self):
        """Put it together again."""
        return self.url + b"#" + self.fragment if self.fragment else self.url


@_bytes
class SplitResultBytes(_Split, _Netloc):
    """What urlsplit() gives for bytes."""

    __slots__ = ()

    def geturl(self):
        """Put it together again."""
        return urlunsplit(self)


@_bytes
class ParseResultBytes(_Parse, _Netloc):
    """What urlparse() gives for bytes."""

    __slots__ = ()

    def geturl(self):
        """Put it together again."""
        return urlunparse(self)


for _plain, _binary in (
    (DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes),
    (ParseResult, ParseResultBytes),
):
    _plain._encoded_counterpart = _binary
    _binary._decoded_counterpart = _plain


def urlparse(url, scheme="", allow_fragments=True):
    """Take an address apart: scheme, netloc, path, params, query, fragment."""
    url, scheme, result = _coerce(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        path, params = _split_params(path)
    return result(ParseResult(scheme, netloc, path, params, query, fragment))


def _split_params(path):
    place = path.find(";", path.rfind("/") if "/" in path else 0)
    return (path, "") if place < 0 else (path[:place], path[place + 1 :])


def urlsplit(url, scheme="", allow_fragments=True):
    """Take an address apart: scheme, netloc, path, query, fragment."""
    url, scheme, result = _coerce(url, scheme)
    url = url.lstrip(_STRIPPED)
    scheme = scheme.strip(_STRIPPED)
    for character in _REMOVED:
        url, scheme = url.replace(character, ""), scheme.replace(character, "")
    netloc = query = fragment = ""
    colon = url.find(":")
    if colon > 0 and url[0].isascii() and url[0].isalpha() and set(url[:colon]) <= _SCHEME:
        scheme, url = url[:colon].lower(), url[colon + 1 :]
    if url[:2] == "//":
        end = min(place for place in (url.find(c, 2) for c in "/?#") if place >= 0) if any(
            c in url[2:] for c in "/?#"
        ) else len(url)
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_brackets(netloc)
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    _check_netloc(netloc)
    return result(SplitResult(scheme, netloc, url, query, fragment))


def _check_brackets(netloc):
    place = netloc.rpartition("@")[2]
    before, bracket, rest = place.partition("[")
    if bracket:
        if before:
            raise ValueError("Invalid IPv6 URL")
        host, _, port = rest.partition("]")
        if port and not port.startswith(":"):
            raise ValueError("Invalid IPv6 URL")
        if host.startswith("v"):
            if not re.fullmatch(r"v[a-fA-F0-9]+\..+", host):
                raise ValueError("IPvFuture address is invalid")
        elif not re.fullmatch(r"[0-9a-fA-F:.]+(?:%.+)?", host) or ":" not in host:
            if re.fullmatch(r"[0-9.]+", host):
                raise ValueError("An IPv4 address cannot be in brackets")
            raise ValueError(f"{host!r} does not appear to be an IPv4 or IPv6 address")


def _check_netloc(netloc):
    """No character may turn into a separator when it is normalised."""
    if netloc.isascii():
        return
    import unicodedata

    plain = netloc
    for sign in "@:#?":
        plain = plain.replace(sign, "")
    for sign in "/?#@:":
        if sign in unicodedata.normalize("NFKC", plain):
            raise ValueError(
                f"netloc '{netloc}' contains invalid characters under NFKC normalization"
            )


def urlunparse(components):
    """Put the six parts of an address together."""
    scheme, netloc, url, params, query, fragment, result = _coerce(*components)
    if params:
        url = f"{url};{params}"
    return result(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    """Put the five parts of an address together."""
    scheme, netloc, url, query, fragment, result = _coerce(*components)
    if netloc:
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + netloc + url
    elif url[:2] == "//":
        url = "//" + url
    elif scheme and scheme in uses_netloc and (not url or url[:1] == "/"):
        url = "//" + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return result(url)


def urljoin(base, url, allow_fragments=True):
    """The address that a relative one means beside a base."""
    if not base:
        return url
    if not url:
        return base
    base, url, result = _coerce(base, url)
    first = urlparse(base, "", allow_fragments)
    second = urlparse(url, first.scheme, allow_fragments)
    scheme, netloc, path, params, query, fragment = second
    if scheme != first.scheme or scheme not in uses_relative:
        return result(url)
    if scheme in uses_netloc:
        if netloc:
            return result(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = first.netloc
    if not path and not params:
        path, params = first.path, first.params
        query = query or first.query
        return result(urlunparse((scheme, netloc, path, params, query, fragment)))
    base_parts = first.path.split("/")
    if base_parts[-1] != "":
        del base_parts[-1]
    if path[:1] == "/":
        parts = path.split("/")
    else:
        parts = base_parts + path.split("/")
        parts[1:-1] = filter(None, parts[1:-1])
    resolved = []
    for part in parts:
        if part == "..":
            if resolved:
                resolved.pop()
        elif part != ".":
            resolved.append(part)
    if parts[-1] in (".", ".."):
        resolved.append("")
    path = "/".join(resolved) or "/"
    return result(urlunparse((scheme, netloc, path, params, query, fragment)))


def urldefrag(url):
    """Take the fragment off."""
    url, result = _coerce(url)
    if "#" in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        url = urlunparse((scheme, netloc, path, params, query, ""))
    else:
        fragment = ""
    return result(DefragResult(url, fragment))


def unquote_to_bytes(string):
    """Replace %xx by the bytes."""
    if not string:
        string.split
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *rest = string.split(b"%")
    pieces = [first]
    for piece in rest:
        try:
            digits = piece[:2].decode("ascii")
            if len(digits) < 2 or not digits.isalnum():
                raise ValueError
            pieces.append(bytes([int(digits, 16)]))
            pieces.append(piece[2:])
        except ValueError:
            pieces.append(b"%" + piece)
    return b"".join(pieces)


_runs = re.compile("(?:%[0-9a-fA-F]{2}|[\x00-\x7f])+")


def unquote(string, encoding="utf-8", errors="replace"):
    """Replace %xx by the characters."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(
            "utf-8" if encoding is None else encoding, "replace" if errors is None else errors
        )
    if "%" not in string:
        string.split
        return string
    encoding = "utf-8" if encoding is None else encoding
    errors = "replace" if errors is None else errors
    return _runs.sub(
        lambda found: unquote_to_bytes(found[0]).decode(encoding, errors), string
    )


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """The same as unquote(), and + is a space."""
    return unquote(string.replace("+", " "), encoding, errors)


_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote(string, safe="/", encoding=None, errors=None):
    """Replace special characters by %xx."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """The same as quote(), but a space becomes +."""
    space = " " if isinstance(string, str) else b" "
    if space not in string:
        return quote(string, safe, encoding, errors)
    string = quote(string, safe + (" " if isinstance(safe, str) else b" "), encoding, errors)
    return string.replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    """The same as quote() for bytes."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    safe = _SAFE.union(byte for byte in safe if byte < 128)
    return "".join([chr(byte) if byte in safe else f"%{byte:02X}" for byte in bs])


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """Make the query part of an address from pairs or a dict."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError("not a valid non-string sequence or mapping object") from None

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(value if isinstance(value, str) else str(value), safe, encoding, errors)

    pairs = []
    for key, value in query:
        key = quoted(key)
        values = [value]
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
                values = value
            except TypeError:
                pass
        pairs.extend(f"{key}={quoted(one)}" for one in values)
    return "&".join(pairs)


def parse_qs(
    qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
    max_num_fields=None, separator="&",
):
    """Take a query apart: a dict of lists."""
    result = {}
    pairs = parse_qsl(
        qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator
    )
    for name, value in pairs:
        result.setdefault(name, []).append(value)
    return result


def parse_qsl(
    qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
    max_num_fields=None, separator="&",
):
    """Take a query apart: a list of pairs."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if isinstance(qs, str):
        if not isinstance(separator, str):
            separator = str(separator, "ascii")
        equals = "="

        def decoded(text):
            return unquote_plus(text, encoding, errors)
    else:
        if not qs:
            return []
        if not isinstance(qs, (bytes, bytearray)):
            kind = type(qs).__name__
            raise TypeError(f"memoryview: a bytes-like object is required, not '{kind}'")
        qs = bytes(qs)
        if isinstance(separator, str):
            separator = separator.encode("ascii")
        equals = b"="

        def decoded(text):
            return unquote_to_bytes(text.replace(b"+", b" "))

    if not qs:
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    result = []
    for pair in qs.split(separator):
        if not pair and not strict_parsing:
            continue
        name, found, value = pair.partition(equals)
        if not found and strict_parsing:
            raise ValueError(f"bad query field: {pair!r}")
        if value or keep_blank_values:
            result.append((decoded(name), decoded(value)))
    return result
