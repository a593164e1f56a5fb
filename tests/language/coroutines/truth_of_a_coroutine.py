async def ready():
    return False


if ready():
    print("always true")
print(bool(ready) and "function too")
