0, 00, 1_000, 0xFF_ff, 0o17, 0b1_0, 1.5, .5, 5., 1e10, 1_0.0_1e-1_0
123456789012345678901234567890
'a' "b" '''c
d''' r'\n' u'x'
'\n\x41\u00e9\U0001F600\N{BULLET}\101\
joined \d'
b'a\x00\377' rb'\x' B"c"
f'plain' f"{x}" 'tail'
f'{x!r:>{width}.{precision}f} {{}} {y = } {z=!s} {w=:d}'
f'''{
    a["b"]  # comment
    + f"{nested['c']}"
}'''
f'{(lambda: 1)()} {x:=10} {(y := 1)} {a != b}'
rf'\d{x}\n'
f'\N{BULLET}{x}'
"é€" 'lone \ud800'
