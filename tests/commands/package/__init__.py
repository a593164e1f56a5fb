import sys

print("package", sys.argv, __name__, __package__)
