def combine(*parts):
    return parts[0] + parts[1]

result = combine(
    "a long first argument",
    2,
    3,
)
