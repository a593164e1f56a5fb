'a\'b' "c" '''d'e''' rb"f\"" Rb'g' U'h' ''
f'a{b}c{{d}}{e!r:>{w}}\N{DASH}{f"{'g'}"}'
f'''{
x:%H
}'''
rf'{a}\{b}'
f'{x:=5} {y != z} {(lambda: {1: 2})}'
