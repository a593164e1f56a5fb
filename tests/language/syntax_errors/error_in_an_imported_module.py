import sys

sys.path.insert(0, "tests/language/syntax_errors/error_in_an_imported_module")
try:
    import broken
except SyntaxError as e:
    print(type(e).__name__, e.msg, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset)
import broken
