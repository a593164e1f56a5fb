print("total:" 5 + 3)
