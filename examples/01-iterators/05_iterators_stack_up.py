"""map, filter, zip and enumerate take an iterator and are one: nothing happens until you ask."""


def loud(number):
    print(f"  working on {number}")
    return number * 10


pipeline = map(loud, filter(lambda n: n % 2, [1, 2, 3, 4, 5]))
print("the pipeline is built, nothing has run:", type(pipeline).__name__)

print("first:", next(pipeline))
print("second:", next(pipeline))
print("the rest:", list(pipeline))

for position, (left, right) in enumerate(zip("abc", [1, 2, 3]), start=1):
    print(position, left, right)
