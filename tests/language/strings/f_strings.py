x, w, name = 3.14159, 10, "n"
print(
    f"{x:.2f} {x:{w}.{2}f}|{name!r:>5} {name!s} {name!a} {x=:.1f} {name=} {1 + 1 = } {{literal}} {'nested ' + f'{x:.0f}'}"
)
print(
    f"{ {'a': 1}['a'] } {[i for i in range(3)]} {(lambda: 5)()} {'yes' if x else 'no'}"
    f"{'joined'}"
    rf"\n{name}"
)
print(
    f"""multi
{name
 .upper()}""",
    f"{"same quotes"} {f"{f"{1}"}"}",
    f"{x!r:^{w}}",
    f"{'a' 'b'}",
    f"{name:{'>'}{5}}",
)
d = {"k": "v"}
print(f"{d["k"]} {'\n'.join(["a", "b"])}", f"{x:%}", f"{10:#x}", f"{'':*^5}", f"{1,2}")
