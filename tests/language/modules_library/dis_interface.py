# What `dis` tells that does not depend on which instructions an interpreter has.
import contextlib
import dis
import io


def f(a, b=1):
    total = a
    for i in range(b):
        total += i
    return total


instructions = list(dis.get_instructions(f))
print(isinstance(instructions[0], dis.Instruction), type(instructions[0]).__mro__[1].__name__)
print([i.opname for i in instructions if i.opname == "FOR_ITER"])
print(all(dis.opname[i.opcode] == i.opname and dis.opmap[i.opname] == i.opcode for i in instructions))
print([i.offset for i in instructions] == sorted(i.offset for i in instructions))
stores = [i.argval for i in instructions if i.opname == "STORE_FAST"]
print(stores, {i.argrepr for i in instructions if i.opname == "LOAD_GLOBAL"} != set())
lines = {line for _, line in dis.findlinestarts(f.__code__) if line}
first = f.__code__.co_firstlineno
print(sorted(line - first for line in lines if line > first))
print(sorted({i.positions.lineno - first for i in instructions if i.positions.lineno and i.positions.lineno > first}))
jumps = [i for i in instructions if i.opcode in dis.hasjump]
targets = {i.offset for i in instructions if i.is_jump_target}
print(len(jumps) > 0, all(jump.argval in targets for jump in jumps))
print(dis.Bytecode(f).codeobj is f.__code__, dis.Bytecode(f).first_line == first)
text = io.StringIO()
dis.dis(f, file=text)
print("LOAD_GLOBAL" in text.getvalue(), "(range" in text.getvalue(), text.getvalue().count("RETURN_VALUE") > 0)
with contextlib.redirect_stdout(io.StringIO()) as text:
    dis.dis("x = [i for i in y]")
    dis.dis(compile("def g(): pass", "s", "exec"))


class C:
    def method(self):
        pass

    @staticmethod
    def static():
        pass


print("Disassembly of <code object g" in text.getvalue())
with contextlib.redirect_stdout(io.StringIO()) as text:
    dis.dis(C)
print([line for line in text.getvalue().splitlines() if line.startswith("Disassembly")])
for wrong in (3, None.__class__.__call__):
    try:
        dis.dis(wrong)
    except TypeError as error:
        print(error)
info = dis.code_info(f).splitlines()
print(info[0], info[2:5], "Flags:             OPTIMIZED, NEWLOCALS" in info)
try:
    1 / 0
except ZeroDivisionError as error:
    with contextlib.redirect_stdout(io.StringIO()) as text:
        dis.distb(error.__traceback__)
marked = [line for line in text.getvalue().splitlines() if "-->" in line]
print(len(marked), "BINARY_OP" in marked[0])
