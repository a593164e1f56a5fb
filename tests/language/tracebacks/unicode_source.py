π = 3
wörter = {"größe": π}
print("日本語" + wörter["größe"], wörter["fehlt"])
