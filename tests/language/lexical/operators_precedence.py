print(2 + 3 * 4 ** 2 ** 0 // 5 % 3, -2 ** 2, not 1 == 2, 1 | 2 ^ 3 & 4, 1 << 2 + 3, ~1 + 2, 10 - 5 - 2, 2 ** -1, not not 0)
print(1 < 2 and 3 or 4, 1 if 0 else 2 if 0 else 3, (lambda x: x or 1)(0), 5 in [5] and not 6 in [5], -1 ** 2 + 3, 7 // 2 * 2 + 7 % 2 == 7)
