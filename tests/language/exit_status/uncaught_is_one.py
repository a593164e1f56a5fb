print("before")
raise ValueError
