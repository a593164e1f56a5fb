"""What the memory programs share: make many objects and see how much memory the process took."""


def resident():
    """The bytes of this process that lie in memory, as the operating system counts them."""
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    raise OSError("this system does not tell how much memory a process has")


def bytes_each(name, make, count):
    """Prints `name` and the bytes that each of the `count` objects takes which `make()` gives."""
    before = resident()
    objects = make()
    print(name, round((resident() - before) / count, 1))
    return objects
