print("executing raises")
1 / 0
