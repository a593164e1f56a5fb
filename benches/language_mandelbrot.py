"""The Mandelbrot set with plain floats, per iteration."""

from measure import measure

WIDTH, HEIGHT, LIMIT = 80, 60, 100
iterations = 0


def work():
    global iterations
    iterations = 0
    for row in range(HEIGHT):
        for column in range(WIDTH):
            a, b = column / WIDTH * 3 - 2, row / HEIGHT * 2 - 1
            x = y = 0.0
            for n in range(LIMIT):
                x2, y2 = x * x, y * y
                if x2 + y2 > 4.0:
                    break
                x, y = x2 - y2 + a, 2.0 * x * y + b
            iterations += n + 1


work()
measure("language_mandelbrot", work, iterations, repeats=3)
