x = 1
y = “text”
