import sys

sys.path.insert(0, "tests/language/modules/circular_import")
import first

print(first.value, first.second.value)
try:
    import third
except ImportError as e:
    print(str(e).split(" (")[0])
