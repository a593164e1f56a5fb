names = ["Ann", "Bob" "Cid", 5 "Dot"]
