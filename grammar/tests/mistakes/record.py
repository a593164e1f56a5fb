"""Writes CPython's answers to the programs in this folder as insta snapshots.

Run it with the CPython that Ouro follows: python3.13 grammar/tests/mistakes/record.py
"""

import pathlib
import warnings


def is_end_of_program(program, line, column):
    lines = program.split("\n")
    return line == len(lines) and column > len(lines[-1])


def describe(program):
    try:
        compile(program, "<program>", "exec", dont_inherit=True)
    except SyntaxError as error:
        line, column = error.lineno, error.offset
        end_line, end_column = error.end_lineno, error.end_offset
        # An end that is not known makes a single caret.
        if end_line is None or end_column in (None, 0, -1):
            end_line, end_column = line, column
        # CPython measures the end on the first line, where it means nothing.
        if end_line != line:
            end_column = "*"
        # Column 0 is in front of the line; Ouro has no such place.
        if column == 0:
            column = end_column = 1
        # A line end behind the last line has no width in Ouro's places.
        if end_column == column + 1 and is_end_of_program(program, line, column):
            end_column = column
        name = type(error).__name__
        return f"{name}: {error.msg} ({line}:{column}-{end_line}:{end_column})"
    except (MemoryError, UnicodeDecodeError) as error:
        return type(error).__name__
    return "no error"


def main():
    warnings.simplefilter("ignore")
    folder = pathlib.Path(__file__).parent
    snapshots = folder.parent / "snapshots"
    snapshots.mkdir(exist_ok=True)
    for path in sorted(folder.glob("*.txt")):
        programs = path.read_text(encoding="utf-8").split("\n%%\n")
        answers = "".join(f"{program}\n=> {describe(program)}\n\n" for program in programs)
        header = (
            "---\nsource: grammar/tests/mistakes.rs\nexpression: answers\n"
            f"input_file: grammar/tests/mistakes/{path.name}\n---\n"
        )
        target = snapshots / f"mistakes__mistakes_are_named_as_cpython_names_them@{path.name}.snap"
        target.write_text(header + answers.rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
