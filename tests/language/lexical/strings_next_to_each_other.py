x = ("a" 'b' """c"""
     r"\d" f"{1 + 1}" "{}")
print(x, "\
continued", '\'', "\"", '''it's''', "tab\there", b"a" b"\x62", rb"\x" b"y")
print("a" "b" * 2, len("\n"), len(r"\n"), "\N{DIGIT ONE}\x41\u0042\U00000043\103")
