"""A line that fits no level is reported before the block that is missing above it."""

for i in range(3):
        try:
    print(i)
