# memoryview: windows on bytes and bytearray.
import re


def attempt(call):
    try:
        print(repr(call()))
    except (TypeError, ValueError, IndexError, BufferError, NotImplementedError) as error:
        print(type(error).__name__, error)


data = bytearray(b"hello world")
view = memoryview(data)
print(len(view), view[0], view[-1], view.nbytes, view.itemsize, view.format, view.ndim)
print(view.shape, view.strides, view.suboffsets, view.readonly, view.contiguous, view.c_contiguous)
print(view.obj is data, bytes(view[2:5]), view[::2].tobytes(), view[::-1].tolist()[:3])
part = view[6:]
part[0] = ord("W")
print(data)
view[0:5] = b"HELLO"
view[::5] = b"xyz"
print(data, view == data, view == bytes(data), view[1:3] == b"EL", view != b"", view == 3)
print(list(view[:3]), 87 in view, b"".join([view[:2], b"-"]), view.hex(), view[:3].hex("-"))
print(view[::2].hex(" ", 2))
print(repr(view).split(" at ")[0], hash(memoryview(b"abc")) == hash(b"abc"))
for call in (
    lambda: view["a"], lambda: view[100], lambda: view[1, 2], lambda: view[(0,)], lambda: memoryview("text"),
    lambda: memoryview(3), lambda: memoryview(), lambda: hash(view), lambda: view.__delitem__(0),
    lambda: view.__setitem__(0, 300), lambda: view.__setitem__(0, "x"), lambda: view.__setitem__(0, b"x"),
    lambda: view.__setitem__(slice(0, 2), b"abc"), lambda: view.__setitem__(slice(0, 2), 5),
    lambda: memoryview(b"abc").__setitem__(0, 1), lambda: view.toreadonly().__setitem__(0, 1),
    lambda: data.append(1), lambda: data.extend(b"x"), lambda: data.clear(), lambda: data.pop(),
    lambda: data.__delitem__(0), lambda: data.__setitem__(slice(0, 1), b"long"), lambda: data.__imul__(2),
    lambda: data.insert(0, 1), lambda: data.remove(data[0]), lambda: data.__iadd__(b"x"), lambda: data.extend(b""),
    lambda: data.__init__(b"other size"), lambda: data.__setitem__(slice(0, 1), b"s"), lambda: data.reverse(),
):
    attempt(call)
view.release()
part.release()
for call in (lambda: view[0], lambda: len(view), lambda: view.tobytes(), lambda: view.format, lambda: memoryview(view)):
    attempt(call)
print(repr(view).split(" at ")[0], view == view, view == data)
data.append(33)
print(data)
with memoryview(b"abc") as inside:
    print(inside.tolist())
attempt(lambda: inside.tolist())


def leaves_a_view():
    other = memoryview(data)
    return other[1]


print(leaves_a_view())
data.append(34)
print(len(data))

numbers = bytearray(16)
ints = memoryview(numbers).cast("i")
ints[0], ints[1], ints[3] = 1, -2, 2**31 - 1
print(ints.tolist(), ints.shape, ints.strides, ints.format, ints.itemsize, ints.nbytes, bytes(numbers))
print(ints[1:3].tolist(), ints[::-1].tolist(), ints.cast("B")[:5].tolist(), ints[::2].contiguous)
print([memoryview(bytes(range(8))).cast(kind).tolist() for kind in "bBhHiIlLqQ"])
print(memoryview(b"\1\0\2").cast("?").tolist(), memoryview(b"ab").cast("c").tolist())
floats = memoryview(bytearray(8)).cast("d")
floats[0] = 1.5
print(floats.tolist(), floats == memoryview(bytearray(8)).cast("d"), memoryview(b"\1\0") == memoryview(b"\1\0").cast("H"))
print(memoryview(b"\1\0\2\0").cast("@h").format, memoryview(b"\1\2") == memoryview(b"\1\0\2\0").cast("h"))
for call in (
    lambda: ints.cast("h"), lambda: memoryview(b"abc").cast("i"), lambda: memoryview(b"abc").cast("<i"),
    lambda: memoryview(b"abc").cast("xx"), lambda: memoryview(b"abcd")[::2].cast("c"), lambda: ints.__setitem__(0, 2**31),
    lambda: ints.__setitem__(0, 1.5), lambda: floats.__setitem__(0, "x"), lambda: memoryview(b"abc").cast(3),
    lambda: memoryview(b"abcd").cast("B", [4]).tolist(), lambda: memoryview(b"abcd").cast("B", [3]),
    lambda: memoryview(bytearray(b"ab")).cast("c").__setitem__(0, b"xy"), lambda: memoryview(bytearray(b"ab")).cast("c").__setitem__(0, 1),
):
    attempt(call)

text = memoryview(b"a1b22")
print(re.findall(rb"\d+", text), bytes(text), bytearray(text), b"b2" in bytes(text), b"a1b22".find(text[1:2]))
print(b"a1b22" == text, text == b"a1b22", b"x" + text, bytearray(b"x") + text, str(text, "ascii"), int(memoryview(b"42")), float(memoryview(b"1.5")))
print(bytes(memoryview(bytearray(b"xyz"))[::-1]), isinstance(text, memoryview), type(text))
match text:
    case [first, *rest]:
        print("matched", first, rest)
print(list(reversed(text)), sorted(text), max(text), sum(text))
