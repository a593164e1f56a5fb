for e in (
    ValueError(),
    ValueError("one"),
    ValueError("a", 2),
    KeyError("k"),
    KeyError("a", "b"),
    OSError(2, "No such file"),
    OSError("only"),
    StopIteration(3),
    SystemExit(4),
):
    print(repr(e), "|", str(e), "|", e.args)
print(OSError(2, "gone", "file.txt"), OSError(2, "x").errno, type(OSError(2, "x")).__name__)
print(repr(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")))
print(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"))
