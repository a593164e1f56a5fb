print(1_000, 0xFF_FF, 0o17, 0b1_01, 1e3, 1_0.0_1, .5e-1, 0, 00, 0_0, 1E+2, 0XaB, 5 .real, 1..real)
print(0xdeadbeefdeadbeefdeadbeef)
