"""What all benchmark programs share: run the work several times, keep the best, print a line."""

from time import perf_counter


def measure(name, work, operations, repeats=5):
    """Prints `name` and the nanoseconds one of the `operations` that `work()` does has taken."""
    best = float("inf")
    for _ in range(repeats):
        start = perf_counter()
        work()
        best = min(best, perf_counter() - start)
    print(name, round(best / operations * 1e9, 1))
