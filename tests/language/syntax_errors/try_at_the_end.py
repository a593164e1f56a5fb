"""The text ends behind a `try`."""

try:
    print(1)

# the end
