import math, sys

print(
    __name__,
    math.__name__,
    type(math).__name__,
    __file__.endswith("module_attributes.py"),
    __doc__,
    __builtins__ is not None,
)
math.extra = 1
print(math.extra)
sys.modules["invented"] = math
import invented

print(invented is math)
