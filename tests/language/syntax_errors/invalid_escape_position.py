path = "C:\users\new"
