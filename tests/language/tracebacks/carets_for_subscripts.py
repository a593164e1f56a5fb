table = {"rows": [{"name": "x"}]}
print(table["rows"][0]["title"])
