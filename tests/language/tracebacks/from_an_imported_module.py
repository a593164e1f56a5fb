import sys

sys.path.insert(0, "tests/language/tracebacks/helper_module")
import helper_module.broken as broken

broken.run(lambda: 1 / 0)
