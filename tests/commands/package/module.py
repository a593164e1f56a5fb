def hello():
    print("hello from", __name__)


if __name__ == "__main__":
    import sys

    from . import other

    print(__package__, __spec__.name, sys.argv[1:])
    raise ValueError("to be seen")
