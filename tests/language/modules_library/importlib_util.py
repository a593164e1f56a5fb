"""importlib.util: finding modules without importing them."""

import importlib
import importlib.util
import sys

spec = importlib.util.find_spec("json")
print(spec.name, spec.parent, spec.submodule_search_locations is not None)
print(importlib.util.find_spec("textwrap").name, importlib.util.find_spec("no_such_module"))
print("json.tool" in sys.modules, importlib.util.find_spec("json.tool").name)
print(importlib.util.resolve_name(".b", "a"), importlib.util.resolve_name("..c", "a.b"))
for call in (
    lambda: importlib.util.resolve_name("..c", "a"),
    lambda: importlib.util.resolve_name(".c", ""),
    lambda: importlib.util.find_spec("textwrap.inner"),
    lambda: importlib.util.source_from_cache("/a/b.pyc"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(importlib.util.source_from_cache("/a/__pycache__/b.cpython-313.pyc"))
print(importlib.import_module("textwrap").dedent("  x"))
