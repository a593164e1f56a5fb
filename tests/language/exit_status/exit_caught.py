import sys

try:
    sys.exit(4)
except SystemExit as e:
    print("caught", e.code, repr(e))
try:
    exit(5)
except SystemExit as e:
    print("caught", e.code)
