from fourth import x

y = 1
