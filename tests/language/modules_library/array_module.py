"""Arrays of numbers and characters."""

from array import array, typecodes, ArrayType
import array as mod, io, copy, sys
def t(text, **k):
    try: r = eval(text, {**globals(), **k}); print(text, "->", repr(r))
    except Exception as e: print(text, "!!", type(e).__name__, e)
a = array("i", [3, 1, 2])
for e in [
    "a", "a[0]", "a[-1]", "a[1:]", "a[::-1]", "a[5]", "a['x']", "len(a)", "list(a)", "2 in a",
    "a + array('i', [9])", "a + [1]", "a + array('d')", "a * 2", "2 * a", "a * 1.5",
    "a == array('i', [3,1,2])", "a == array('d', [3,1,2])", "a < array('i', [4])", "a < [1]",
    "a == [3,1,2]", "a.typecode, a.itemsize", "a.tobytes()", "bytes(a)", "a.tolist()",
    "a.index(1)", "a.index(7)", "a.count(3)", "hash(a)", "sum(a), max(a), sorted(a)",
    "array('b', [128])", "array('b', [-129])", "array('B', [256])", "array('B', [-1])",
    "array('h', [40000])", "array('H', [-1])", "array('i', [2**31])", "array('i', [2**64])",
    "array('I', [-1])", "array('I', [2**32])", "array('l', [2**63])", "array('L', [-1])",
    "array('L', [2**64])", "array('q', [2**63])", "array('Q', [-1])", "array('Q', [2**64])",
    "array('i', [1.5])", "array('i', ['a'])", "array('d', ['a'])", "array('d', [1, 2.5])",
    "array('f', [0.1])", "array('w', 'héllo')", "array('w', ['a', 'bc'])", "array('w', [1])",
    "array('x')", "array('ii')", "array(5)", "array()", "array('i', 'abc')",
    "array('i', b'\\x01\\x00\\x00\\x00')", "array('i', b'123')", "array('i', range(5))",
    "array('i', (x*x for x in range(3)))", "array('i', 5)", "array('i', None)", "array('d')",
    "typecodes", "array[int]", "copy.copy(a)", "copy.deepcopy(a)",
    "isinstance(a, __import__('collections.abc').abc.MutableSequence)", "list(reversed(a))",
    "array('w', 'ab').tounicode()", "a.tounicode()", "ArrayType is array", "str(array('i'))",
    "array('d', [1.0]).tobytes()", "a.foo", "a.buffer_info()[1]", "type(a), type(iter(a))",
    "[x for x in array('B', b'hey')]",
]:
    t(e)
def s(code):
    a = array("i", [3, 1, 2]); ns = {"a": a, "array": array, "io": io}
    try: exec(code, ns); print(code, "->", ns["a"], ns.get("r"))
    except BaseException as e: print(code, "!!", type(e).__name__, e, ns["a"])
for c in [
    "a.append(5)", "a.append('x')", "a.append(2**40)", "a.extend([1,2])",
    "a.extend(array('i',[7]))", "a.extend(array('d',[7]))", "a.extend([1,'x'])", "a.insert(0, 9)",
    "a.insert(-1, 9)", "r = a.pop()", "r = a.pop(0)", "r = a.pop(9)", "a.remove(1)",
    "a.remove(9)", "a.reverse()", "a.byteswap()", "a[0] = 7", "a[9] = 7", "a[0] = 'x'",
    "a['k'] = 1", "a[0:2] = array('i', [9,9,9])", "a[0:2] = [1]", "a[::2] = array('i', [7, 8])",
    "a[::2] = array('i', [7])", "del a[0]", "del a[9]", "del a[1:]", "a += array('i', [1])",
    "a += [1]", "a *= 2", "a.fromlist([1,2])", "a.fromlist((1,2))", "a.fromlist([1,'x'])",
    "a.frombytes(b'\\x05\\0\\0\\0')", "a.frombytes(b'12')", "a.frombytes('x')",
    "f = io.BytesIO(); a.tofile(f); r = f.getvalue()",
    "a.fromfile(io.BytesIO(b'\\1\\0\\0\\0\\2\\0\\0\\0'), 2)",
    "a.fromfile(io.BytesIO(b'\\1\\0\\0\\0'), 2)", "a.clear()", "a.x = 1",
    "r = array('i'); r.pop()",
]:
    s(c)
