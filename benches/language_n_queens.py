"""Eight queens on a board by backtracking, per solution."""

from measure import measure

SIZE, SOLUTIONS = 7, 40


def place(row, columns, up, down):
    if row == SIZE:
        return 1
    found = 0
    for column in range(SIZE):
        if column not in columns and row + column not in up and row - column not in down:
            found += place(row + 1, columns | {column}, up | {row + column}, down | {row - column})
    return found


measure("language_n_queens", lambda: place(0, set(), set(), set()), SOLUTIONS)
