data = [1, 2, 3, 4]
if (n := len(data)) > 3:
    print("long", n)
print([y for x in data if (y := x * 2) > 4], y)
while (line := data.pop()) > 2:
    print(line)
print((a := 1, b := 2), f"{(c := 5)}", c)
