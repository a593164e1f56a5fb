"""Closing the outermost generator closes the innermost first."""


def layer(depth):
    try:
        if depth == 3:
            yield "the bottom"
        else:
            yield from layer(depth + 1)
    finally:
        print("leaving layer", depth)


generator = layer(1)
print(next(generator))
generator.close()
