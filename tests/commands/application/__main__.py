import sys

import helper

print(__name__, repr(__package__), __spec__.name, sys.path[0].rsplit("/")[-1], sys.argv)
raise ValueError("to be seen")
