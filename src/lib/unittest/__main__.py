"""`-m unittest`."""

import sys

if sys.argv[0].endswith("__main__.py"):
    name = sys.executable.replace("\\", "/").rpartition("/")[2] if sys.executable else "ouro"
    sys.argv[0] = name + " -m unittest"

__unittest = True

from unittest.main import main

main(module=None)
