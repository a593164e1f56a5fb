import sys

sys.path.insert(0, "tests/language/modules/module_level_getattr_and_all")
import lazy
from lazy import *

print(lazy.anything, shown, "hidden" in globals())
try:
    from lazy import missing_one
except ImportError as e:
    print("ImportError", str(e).split(" (")[0])
