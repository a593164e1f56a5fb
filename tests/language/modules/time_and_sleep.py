import time

a = time.perf_counter()
m = time.monotonic()
time.sleep(0.05)
print(
    0.04 < time.perf_counter() - a < 0.5,
    round(time.monotonic() - m, 1) in (0.0, 0.1),
    time.time() > 0,
    isinstance(time.perf_counter_ns(), int),
)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
