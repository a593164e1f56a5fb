"""An event loop is a queue of callbacks and a `while`: it runs them in the order they came."""

from collections import deque

ready = deque()


def call_soon(callback, *arguments):
    ready.append((callback, arguments))


def run():
    while ready:
        callback, arguments = ready.popleft()
        callback(*arguments)


def countdown(name, n):
    print(name, n)
    if n > 1:
        call_soon(countdown, name, n - 1)


call_soon(countdown, "A", 3)
call_soon(countdown, "B", 2)
run()
