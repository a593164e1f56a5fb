# os.path: what it makes of texts.
import os
import os.path as p

for path in ("", "/", "//", "///", "a", "/a", "a/", "a/b", "a//b/", "/a/b.c/d.tar.gz", ".hidden", "a/.b", "..", "a/../b", "./a", "//x/y", "a.", ".a.b"):
    print(repr(path), p.split(path), p.splitext(path), p.basename(path), p.dirname(path), p.normpath(path), p.isabs(path), p.splitroot(path), p.splitdrive(path))
print(p.join("a", "b"), p.join("a", "/b"), p.join("a/", "b", ""), p.join("", "a"), p.join("/"), p.join(b"a", b"b"))
print(p.commonprefix(["/a/bc", "/a/bd"]), p.commonpath(["/a/bc", "/a/bd"]), p.commonpath(["a/b", "a/b/c"]), p.commonprefix([]))
for call in (
    lambda: p.commonpath([]), lambda: p.commonpath(["/a", "b"]), lambda: p.join("a", b"b"), lambda: p.join("a", 5),
    lambda: p.relpath(""), lambda: p.split(5), lambda: p.commonpath(["a", b"b"]),
):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(p.relpath("/a/b/c", "/a/x"), p.relpath("/a", "/a"), p.relpath("/", "/a/b"), p.abspath("/a/../b"))
os.environ["HOME"] = "/home/ann"
os.environ["WHO"] = "ann"
print(p.expanduser("~"), p.expanduser("~/x"), p.expanduser("a~"), p.expandvars("$WHO/${WHO}s/$NOBODY/$"), p.expandvars(b"$WHO"))
print(p.exists("/"), p.isdir("/"), p.isfile("/"), p.islink("/"), p.ismount("/"), p.lexists("/nothing"), p.exists("\0"))
print(p.normcase("A/B"), p.realpath("/a/./b/../c"), p.sep, p.extsep, p.altsep, p.curdir, p.pardir)
