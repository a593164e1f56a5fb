class CM:
    def __enter__(self):
        return self
    def __exit__(self, *args):
        raise ValueError("leaving")

with CM() as cm:
    x = 1
