größe = "日本" + ünïcode x
