print(
    "a b  c ".split(),
    "a,b,,c".split(","),
    "a b c d".split(None, 2),
    "a,b,c".rsplit(",", 1),
    "".split(),
    "".split(","),
)
print(
    "one\ntwo\r\nthree\x0bfour".splitlines(),
    "a\nb\n".splitlines(True),
    "a=b=c".partition("="),
    "a=b=c".rpartition("="),
    "x".partition("="),
)
print(",".join("abc"), "".join([]), "-".join(["x"]), ", ".join({"k": 1}))
for call in (
    lambda: ",".join([1]),
    lambda: "a".split(""),
    lambda: ",".join(5),
    lambda: "a".partition(""),
):
    try:
        call()
    except (TypeError, ValueError) as e:
        print(e)
