# What was written reaches the file: on close, on the last reference, and at the end.
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "f")


def forgotten():
    f = open(path, "w")
    f.write("kept")


forgotten()
print(open(path).read())
try:
    with open(path, "w") as f:
        f.write("before the error")
        raise KeyError("x")
except KeyError:
    print(open(path).read(), f.closed)
f = open(path, "w")
f.write("buffered")
print(os.path.getsize(path), f.flush(), os.path.getsize(path))
g = open(path, "w", buffering=1)
g.write("line\nrest")
print(os.path.getsize(path) >= 5)
f.close()
g.close()


def lines():
    with open(path) as f:
        for line in f:
            yield line.strip()


for line in lines():
    print(line)
    break
try:
    with open("/dev/full", "w") as f:
        f.write("x")
except OSError as error:
    print(error)
