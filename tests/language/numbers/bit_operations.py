print(
    5 & 3,
    5 | 3,
    5 ^ 3,
    ~5,
    -5 & 0xFF,
    -1 >> 10,
    1 << 100,
    -8 >> 1,
    (1 << 64) - 1 & 0xF0F0,
    -(2**70) | 1,
    2**70 ^ -1,
)
print(
    bin(10),
    oct(-8),
    hex(255),
    (255).bit_length(),
    (-1).bit_length(),
    (7).bit_count(),
    int("0b11", 0),
    (2**65).bit_length(),
    hex(-(2**65)),
)
for call in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1.0 & 1, lambda: 1 << 2**70):
    try:
        call()
    except (ValueError, TypeError, OverflowError, MemoryError) as e:
        print(type(e).__name__, e)
