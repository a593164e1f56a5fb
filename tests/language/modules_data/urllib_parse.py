# urllib.parse: addresses taken apart and put together.
from urllib.parse import (
    parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse, urlunsplit,
)

for url in (
    "http://user:pw@Example.COM:8080/a/b;p?q=1&r=2#frag", "https://x", "//host/path", "/only/path", "mailto:a@b.de", "a?b", "#c", "", "http://[::1]:80/x", "file:///tmp/x", "HTTP://x/?", "x:y:z", "http://h/a;b/c;d", " http://x\n", "1a:b", "svn+ssh://h/p",
):
    parts = urlparse(url)
    print(repr(url), parts, urlsplit(url), parts.geturl(), parts.hostname, parts.port, parts.username, parts.password)
print(urlunparse(("http", "h", "p", "pp", "q", "f")), urlunsplit(("", "", "/p", "q", "")), urlunsplit(["file", "", "/x", "", ""]), urlparse(b"http://h/p?q"))
for relative in ("g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "g;x", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "g/./h", "g/../h", "http:g", "https://z/w"):
    print(relative, urljoin("http://a/b/c/d;p?q", relative))
print(quote("a b/ü?&=~"), quote("a/b", safe=""), quote_plus("a b+c/ü"), quote("x", "x"), quote_from_bytes(b"\x00a\xff"), quote("ü", encoding="latin-1"))
print(unquote("a%20b%C3%BC%zz%2"), unquote_plus("a+b%2Bc"), unquote_to_bytes("a%ff%20"), unquote("%E4", encoding="latin-1"), unquote("%ff"), unquote("%ff", errors="ignore"))
print(urlencode({"a": 1, "b c": "x&y", "ü": "ß"}), urlencode([("a", 1), ("a", 2)]), urlencode({"a": [1, 2]}), urlencode({"a": [1, 2]}, doseq=True), urlencode({"a": b"\xff"}), urlencode({"q": "a b"}, quote_via=quote))
print(parse_qs("a=1&a=2&b=&c&d=%20+"), parse_qs("a=&b", keep_blank_values=True), parse_qsl("a=1;b=2", separator=";"), parse_qsl(b"a=%ff"), parse_qs(""))
print(urldefrag("http://h/p#f"), urldefrag("http://h/p").fragment, urldefrag("http://h/p#f").geturl(), urlsplit("http://h/p")._replace(path="/q").geturl())
for call in (
    lambda: urlparse("http://h:x/").port, lambda: urlparse("http://h:99999/").port, lambda: urlsplit("http://[::1/"), lambda: urljoin("a", b"b"), lambda: parse_qsl("a", strict_parsing=True),
    lambda: urlencode("text"), lambda: quote(b"x", encoding="utf-8"), lambda: parse_qsl("a=1&b=2", max_num_fields=1),
):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
