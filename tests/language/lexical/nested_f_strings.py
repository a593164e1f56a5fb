x = [1, 2]
print(f"{f"{f"{x[0]}"}"}", f"{x!r:>{10}}", f"{ {'k': f'{x}'}['k'] }", f"{'a' if x else 'b'}")
print(f"{x[0]:{'>' if x else '<'}{x[1] + 3}}|", f"{{{x}}}", f"{x = }", f"{x=!s:^10}", f"{"\n".join("ab")!r}")
print(f"{
    x[0]  # a comment
    + 1
}", f'{x[0]}', f"{(lambda: 1)()}")
