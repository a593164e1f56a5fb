"""The instructions that Ouro runs, as a list for readers.

They are Ouro's own: where CPython has the same instruction the name is the same. An offset is twice
the number of the instruction, as in `f_lasti` and `tb_lasti`.
"""

import collections
import io
import sys
import types

import _dis

__all__ = [
    "code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels",
    "show_code", "get_instructions", "Instruction", "Bytecode", "Positions", "opname", "opmap",
    "hasarg", "hasconst", "hasfree", "hasjabs", "hasjrel", "hasjump", "haslocal", "hasname",
    "hasexc", "cmp_op",
]

opname = _dis.opname
opmap = {name: number for number, name in enumerate(opname)}
cmp_op = ("<", "<=", "==", "!=", ">", ">=")

hasjump, _hasslot, hasname, hasconst = map(list, _dis.kinds())
hasjabs = list(hasjump)
hasjrel = []
hasfree = [number for number in _hasslot if opname[number].endswith(("DEREF", "CELL", "CLOSURE"))]
haslocal = [number for number in _hasslot if number not in hasfree]
hasexc = []

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED",
    32: "GENERATOR", 64: "NOFREE", 128: "COROUTINE", 256: "ITERABLE_COROUTINE",
    512: "ASYNC_GENERATOR",
}

Positions = collections.namedtuple(
    "Positions", ["lineno", "end_lineno", "col_offset", "end_col_offset"], defaults=[None] * 4
)

_ExceptionTableEntry = collections.namedtuple(
    "_ExceptionTableEntry", "start end target depth lasti"
)

_Instruction = collections.namedtuple(
    "_Instruction",
    "opname opcode arg argval argrepr offset start_offset starts_line line_number label "
    "positions cache_info",
    defaults=[None, None, None],
)


class Instruction(_Instruction):
    """An instruction: its name, its operand and what that means, where it is in the source."""

    @property
    def oparg(self):
        """The operand."""
        return self.arg

    @property
    def baseopcode(self):
        """The number of the instruction."""
        return self.opcode

    @property
    def baseopname(self):
        """The name of the instruction."""
        return self.opname

    @property
    def end_offset(self):
        """The offset of the next instruction."""
        return self.offset + 2

    @property
    def jump_target(self):
        """The offset that is jumped to."""
        return self.argval if self.opcode in hasjump else None

    @property
    def is_jump_target(self):
        """Whether something jumps here."""
        return self.label is not None

    def __str__(self):
        output = io.StringIO()
        _Formatter(output).show(self, False)
        return output.getvalue()


def _code_of(x):
    """The code object behind a function, method, class member, generator or source text."""
    x = getattr(x, "__func__", x)
    for name in "__code__", "gi_code", "ag_code", "cr_code":
        code = getattr(x, name, None)
        if code is not None:
            return code
    if isinstance(x, str):
        try:
            return compile(x, "<disassembly>", "eval")
        except SyntaxError:
            return compile(x, "<disassembly>", "exec")
    if isinstance(x, types.CodeType):
        return x
    raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def _handlers(code):
    return [_ExceptionTableEntry(*row) for row in _dis.handlers(code)]


def _labels(code):
    """A number for each offset that is jumped to, in their order."""
    targets = {row[6] for row in _dis.instructions(code)} - {None}
    for entry in _handlers(code):
        targets.update((entry.start, entry.end, entry.target))
    return {offset: number for number, offset in enumerate(sorted(targets), 1)}


def _instructions(code, line_offset=0):
    labels = _labels(code)
    line = None
    for number, row in enumerate(_dis.instructions(code)):
        name, opcode, arg, value, shown, place, target = row
        if target is not None:
            shown = f"to L{labels[target]}"
        positions = Positions()
        here = None
        if place is not None:
            positions = Positions(*place)
            here = positions.lineno + line_offset
        yield Instruction(
            name, opcode, arg, value, shown, 2 * number, 2 * number,
            here is not None and here != line, here, labels.get(2 * number), positions, None,
        )
        if here is not None:
            line = here


def get_instructions(x, *, first_line=None, show_caches=None, adaptive=False):
    """Return an iterator over the instructions of something that can be run."""
    code = _code_of(x)
    offset = 0 if first_line is None else first_line - code.co_firstlineno
    return _instructions(code, offset)


class _Formatter:
    """Writes instructions as rows of a table."""

    def __init__(self, file, line_width=3, label_width=3, offset_width=0):
        self.file = file
        self.line_width = line_width
        self.label_width = label_width
        self.offset_width = offset_width

    def show(self, instruction, is_current):
        cells = []
        if self.line_width:
            if instruction.starts_line:
                cells.append(f"{instruction.line_number:{self.line_width}d}")
            elif instruction.line_number is None:
                cells.append("--".rjust(self.line_width))
            else:
                cells.append(" " * self.line_width)
        if instruction.label is not None:
            cells.append(f"L{instruction.label}:".rjust(self.label_width + 4))
        else:
            cells.append(" " * (self.label_width + 4))
        cells.append("-->" if is_current else "   ")
        if self.offset_width:
            cells.append(f"{instruction.offset:{self.offset_width}d}")
        cells.append(instruction.opname.ljust(20))
        if instruction.arg is not None:
            cells.append(f"{instruction.arg!r:>5}")
            if instruction.argrepr:
                cells.append(f"({instruction.argrepr})")
        print(" ".join(cells).rstrip(), file=self.file)


def _show(code, file, *, last=-1, show_offsets=False, line_offset=0):
    instructions = list(_instructions(code, line_offset))
    lines = [row.line_number for row in instructions if row.line_number is not None]
    width = max(3, len(str(max(lines)))) if lines else 0
    offsets = len(str(2 * len(instructions))) if show_offsets else 0
    formatter = _Formatter(file, width, len(str(len(_labels(code)))), offsets)
    first = True
    for row in instructions:
        if row.starts_line and not first and width:
            print(file=file)
        first = False
        formatter.show(row, row.offset == last)
    handlers = _handlers(code)
    if handlers:
        labels = _labels(code)
        print("ExceptionTable:", file=file)
        for entry in handlers:
            mark = " lasti" if entry.lasti else ""
            print(
                f"  L{labels[entry.start]} to L{labels[entry.end]} -> "
                f"L{labels[entry.target]} [{entry.depth}]{mark}", file=file
            )


def _show_nested(code, file, depth, show_offsets):
    _show(code, file, show_offsets=show_offsets)
    if depth is not None and depth <= 0:
        return
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            print(file=file)
            print(f"Disassembly of {constant!r}:", file=file)
            _show_nested(
                constant, file, None if depth is None else depth - 1, show_offsets
            )


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False):
    """List the instructions of a function, class, module, generator or text; without an argument
    those of the last traceback."""
    if x is None:
        distb(file=file, show_offsets=show_offsets)
        return
    if isinstance(x, type) or isinstance(x, types.ModuleType):
        for name, member in sorted(x.__dict__.items()):
            member = getattr(member, "__func__", member)
            if isinstance(member, (types.FunctionType, types.CodeType, type)):
                print(f"Disassembly of {name}:", file=file)
                try:
                    dis(member, file=file, depth=depth, show_offsets=show_offsets)
                except TypeError as error:
                    print("Sorry:", error, file=file)
                print(file=file)
        return
    if isinstance(x, (bytes, bytearray)):
        raise TypeError("Ouro's instructions are no bytes: disassemble the code object")
    _show_nested(_code_of(x), file, depth, show_offsets)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False,
                show_offsets=False):
    """List the instructions of a code object and mark one."""
    _show(co, file, last=lasti, show_offsets=show_offsets)


disco = disassemble


def distb(tb=None, *, file=None, show_caches=False, adaptive=False, show_offsets=False):
    """List the instructions of the innermost frame of a traceback and mark the one that failed."""
    if tb is None:
        try:
            tb = sys.last_exc.__traceback__
        except AttributeError:
            raise RuntimeError("no last traceback to disassemble") from None
    while tb.tb_next:
        tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, show_offsets=show_offsets)


def findlinestarts(code):
    """Return pairs of offsets and the lines that begin there."""
    for row in _instructions(code):
        if row.starts_line:
            yield row.offset, row.line_number


def findlabels(code):
    """Return the offsets that are jumped to."""
    if not isinstance(code, types.CodeType):
        raise TypeError("Ouro's instructions are no bytes: a code object is needed")
    return sorted({row[6] for row in _dis.instructions(code)} - {None})


def code_info(x):
    """Return a text about a code object."""
    code = _code_of(x)
    lines = [
        f"Name:              {code.co_name}",
        f"Filename:          {code.co_filename}",
        f"Argument count:    {code.co_argcount}",
        f"Positional-only arguments: {code.co_posonlyargcount}",
        f"Kw-only arguments: {code.co_kwonlyargcount}",
        f"Number of locals:  {code.co_nlocals}",
        f"Stack size:        {code.co_stacksize}",
        f"Flags:             {_flags(code.co_flags)}",
    ]
    for title, values in (
        ("Constants:", [repr(constant) for constant in code.co_consts]),
        ("Names:", code.co_names),
        ("Variable names:", code.co_varnames),
        ("Free variables:", code.co_freevars),
        ("Cell variables:", code.co_cellvars),
    ):
        if values:
            lines.append(title)
            lines += [f"{number:4d}: {value}" for number, value in enumerate(values)]
    return "\n".join(lines)


def _flags(flags):
    names = [
        COMPILER_FLAG_NAMES.get(1 << place, hex(1 << place))
        for place in range(flags.bit_length())
        if flags >> place & 1
    ]
    return ", ".join(names) or "0x0"


def show_code(co, *, file=None):
    """Print a text about a code object."""
    print(code_info(co), file=file)


class Bytecode:
    """The instructions of something that can be run: to iterate over, or as a text."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False,
                 adaptive=False, show_offsets=False):
        self.codeobj = _code_of(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self._line_offset = self.first_line - self.codeobj.co_firstlineno
        self._original_object = x
        self.current_offset = current_offset
        self.exception_entries = _handlers(self.codeobj)
        self.show_offsets = show_offsets

    def __iter__(self):
        return _instructions(self.codeobj, self._line_offset)

    def __repr__(self):
        return f"{type(self).__name__}({self._original_object!r})"

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """Take the innermost frame of a traceback."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti)

    def info(self):
        """Return a text about the code object."""
        return code_info(self.codeobj)

    def dis(self):
        """Return the list of the instructions."""
        output = io.StringIO()
        last = -1 if self.current_offset is None else self.current_offset
        _show(
            self.codeobj, output, last=last, show_offsets=self.show_offsets,
            line_offset=self._line_offset,
        )
        return output.getvalue()


def main(args=None):
    """Be the command `-m dis`."""
    import argparse

    parser = argparse.ArgumentParser(prog="dis")
    parser.add_argument("-C", "--show-caches", action="store_true",
                        help="show inline caches; Ouro has none among its instructions")
    parser.add_argument("-O", "--show-offsets", action="store_true",
                        help="show instruction offsets")
    parser.add_argument("infile", nargs="?", default="-")
    arguments = parser.parse_args(args)
    if arguments.infile == "-":
        name, source = "<stdin>", sys.stdin.read()
    else:
        name = arguments.infile
        with open(name, "rb") as file:
            source = file.read()
    dis(compile(source, name, "exec"), show_offsets=arguments.show_offsets)


if __name__ == "__main__":
    main()
