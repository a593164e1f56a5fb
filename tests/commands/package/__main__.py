import sys

from .module import hello

print([argument.rsplit("/", 2)[-2:] for argument in sys.argv])
print(__name__, __package__, __spec__.name, __spec__.parent, __file__.rsplit("/", 2)[1:])
hello()
